/** A planned composition as text for people and for git: what is shown when and where, which engine draws it and why, and what is heard. */
import type { Box, Layer } from '#lib/composition/timeline';
import type { PlannedComposition } from '#tests/support/render-composition';
import type { LaidPicture, PlannedSpan } from '#worker/render/render-plan';

export function describePlan({ timeline, plan }: Pick<PlannedComposition, 'timeline' | 'plan'>): string {
  const { widthPx, heightPx, frameCount, frameRate, fillColor } = timeline;
  return [
    `${widthPx} x ${heightPx} on ${fillColor}, ${frameCount} frames at ${frameRate.numerator}/${frameRate.denominator}`,
    '',
    'layers, bottom to top',
    ...timeline.layers.flatMap((layer) => describeLayer(layer, '  ')),
    '',
    'spans',
    ...plan.spans.flatMap((span) => describeSpan(span, plan.stills)),
    '',
    'sound',
    ...describeSound(plan.audio),
  ].join('\n');
}

function describeLayer(layer: Layer, indent: string): string[] {
  const { elementId, type, track, startFrame, endFrame, box, rotationDegrees, opacity, look, motion } = layer;
  const turned = rotationDegrees === 0 ? [] : [`turned by ${rotationDegrees}`];
  const faded = opacity === 1 ? [] : [`opacity ${opacity}`];
  const looks = look === null ? [] : ['with a look'];
  const moves = motion === null ? [] : [`moving: ${[...new Set([...motion.channels.map(({ property }) => property), ...motion.clips.map(() => 'clip')])].join(', ')}`];
  const line = `${indent}${[`track ${track}: ${elementId}, ${type}`, `${startFrame}-${endFrame - 1}`, describeBox(box), ...turned, ...faded, ...looks, ...moves].join(', ')}`;
  return [line, ...(layer.type === 'group' ? layer.layers.flatMap((inner) => describeLayer(inner, `${indent}  `)) : [])];
}

const describeBox = ({ xPx, yPx, widthPx, heightPx }: Box): string => `${widthPx} x ${heightPx} at ${xPx}, ${yPx}`;

function describeSpan({ startFrame, endFrame, engine, reason, base, layers }: PlannedSpan, stills: ReadonlyArray<{ id: string; layers: ReadonlyArray<{ elementId: string }> }>): string[] {
  const bottom = {
    still: () => `a still of ${stills.find(({ id }) => base.kind === 'still' && id === base.stillId)?.layers.map(({ elementId }) => elementId).join(', ') || 'the fill colour'}`,
    video: () => `the video ${base.kind === 'video' ? base.elementId : ''}`,
    canvas: () => 'drawn frames',
  }[base.kind]();
  return [`  ${startFrame}-${endFrame - 1} ${engine}: ${reason}`, `    ${[bottom, ...layers.map(describeLaid)].join(' + ')}`];
}

const describeLaid = ({ elementId, xPx, yPx, levels }: LaidPicture): string => `${elementId} at ${xPx}, ${yPx}${levels === null ? '' : ' with changing opacity'}`;

function describeSound(audio: PlannedComposition['plan']['audio']): string[] {
  switch (audio.kind) {
    case 'none': return ['  none'];
    case 'copy': return [`  ${audio.elementId}, copied`];
    case 'mix': return [`  ${audio.sampleCount} samples at ${audio.sampleRateHz}`, ...audio.sounds.map((sound) => `  ${JSON.stringify(sound)}`)];
    default: return audio satisfies never;
  }
}
