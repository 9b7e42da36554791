/**
 * The plan as one filter graph: every input to `[video]`, `[poster]` and, where sounds are mixed, `[sound]`.
 * Each picture is prepared once, the pieces of a video are handed to their spans in turn, and the spans are joined frame by frame.
 */
import type { PlannedPart, PlannedPicture, PlannedSpan, PlannedStill, PlacedPicture } from '#worker/render/render-plan';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import { buildAudioChains } from '#worker/render/layers/audio';
import { buildDrawnChains, listPieceIds } from '#worker/render/layers/drawn';
import { buildFadeChains } from '#worker/render/layers/fade';
import { buildImageChains, FIRST_FRAME } from '#worker/render/layers/image';
import { buildVideoChains } from '#worker/render/layers/video';
import { LinkUses } from '#worker/render/link-uses';
import { RGB_TO_OUTPUT, OUTPUT_TAGS } from '#worker/render/picture-filters';
import { buildPosterChain } from '#worker/render/poster';

export const VIDEO_LABEL = 'video';
export const SOUND_LABEL = 'sound';
export const POSTER_LABEL = 'poster';

/** Every chain of the graph, in the order in which the data flow. */
export function buildGraph(plan: PlannedPart): FilterChain[] {
  const links = new LinkUses();
  // From the end to the beginning: a picture is split by as many users as have asked for it by then.
  const spans = plan.spans.flatMap((span, index) => buildSpan(span, index, plan, links));
  const stills = plan.stills.flatMap((still) => buildStill(still, plan, links));
  const pictures = plan.pictures.flatMap((picture) => buildPicture(picture, plan, links));
  const inputIndexes = [...plan.inputs.map(({ index }) => index), ...(plan.drawing?.bitmaps ?? []).map(({ inputIndex }) => inputIndex)];
  const images = inputIndexes.filter((index) => links.count(inputLink(index)) > 0).map((index) =>
    links.fanOut(inputLink(index), streamLink(plan, index), [FIRST_FRAME]));
  return [...images, ...pictures, ...stills, ...buildDrawnChains(plan), ...spans, ...joinSpans(plan), ...buildSoundGraph(plan)];
}

/** The chains of the sound alone; none where nothing is mixed. */
export function buildSoundGraph(plan: PlannedPart): FilterChain[] {
  return plan.audio.kind !== 'mix' ? [] : buildAudioChains(plan.audio, (index) => streamLink(plan, index), SOUND_LABEL);
}

const inputLink = (inputIndex: number): string => `i${inputIndex}`;
/** How FFmpeg calls the stream that is taken from an input. */
export const streamLink = ({ inputs }: PlannedPart, inputIndex: number): string => `${inputIndex}:${inputs.find(({ index }) => index === inputIndex)?.streamIndex ?? 0}`;
const spanLabel = (index: number): string => `span${index}`;

function buildPicture(picture: PlannedPicture, plan: PlannedPart, links: LinkUses): FilterChain[] {
  // With one user there is nothing to hand out.
  const isShared = links.count(picture.id) > 1;
  const made = isShared ? picture.id : links.nameOf(picture.id, 0);
  switch (picture.kind) {
    case 'image': {
      const chains = buildImageChains(picture, links.use(inputLink(picture.inputIndex)), made);
      return isShared ? [...chains, links.fanOut(picture.id, made, [])] : chains;
    }
    case 'video': {
      const chains = buildVideoChains(picture, plan.frameRate, streamLink(plan, picture.inputIndex), made);
      return isShared ? [...chains, ...cutVideo(picture.id, made, plan, links)] : chains;
    }
    default:
      return picture satisfies never;
  }
}

/** Hands each span its frames of the video. Frames behind other layers, between two spans that show it, are dropped. */
function cutVideo(pictureId: string, made: string, { spans }: PlannedPart, links: LinkUses): FilterChain[] {
  const shown = spans.filter((span) => shows(span, pictureId));
  const first = shown[0]?.startFrame ?? 0;
  const edges: number[] = [];
  const outs: string[] = [];
  const dropped: string[] = [];
  for (const [index, span] of shown.entries()) {
    const previousEnd = shown[index - 1]?.endFrame;
    if (previousEnd !== undefined) edges.push(previousEnd - first);
    if (previousEnd !== undefined && previousEnd < span.startFrame) {
      edges.push(span.startFrame - first);
      dropped.push(`${pictureId}d${index}`);
      outs.push(`${pictureId}d${index}`);
    }
    outs.push(links.nameOf(pictureId, index));
  }
  const cut: FilterChain = { in: [made], filters: [filter('segment', { frames: edges.join('|') })], out: outs };
  return [cut, ...dropped.map((label): FilterChain => ({ in: [label], filters: [filter('nullsink')], out: [] }))];
}

function shows({ base, layers }: PlannedSpan, pictureId: string): boolean {
  return (base.kind === 'video' && base.pictureId === pictureId) || layers.some((layer) => layer.pictureId === pictureId);
}

/** In full colour, where any place and any edge is exact; made into what the encoder takes at the very end. */
function buildStill({ id, layers }: PlannedStill, { widthPx, heightPx, fillColor, frameRate }: PlannedPart, links: LinkUses): FilterChain[] {
  // The rate stays with the stream: by the filter's own of 25 a video of 50 frames a second or more would have its last frame twice.
  const rate = `${frameRate.numerator}/${frameRate.denominator}`;
  const fill = [filter('color', { color: `0x${fillColor.slice(1)}`, size: `${widthPx}x${heightPx}`, rate }), FIRST_FRAME, filter('format', { pix_fmts: 'gbrp' })];
  const from = layers.length === 0 ? id : `${id}b`;
  const chains = layOn(layers, { from, to: id, format: 'gbrp' }, (pictureId) => links.use(pictureId));
  return [{ in: [], filters: fill, out: [from] }, ...chains, links.fanOut(id, id, RGB_TO_OUTPUT)];
}

function buildSpan(span: PlannedSpan, index: number, plan: PlannedPart, links: LinkUses): FilterChain[] {
  const label = spanLabel(index);
  const from = span.layers.length === 0 ? label : `${label}b`;
  const base: FilterChain = { ...startSpan(span, plan, links), out: [from] };
  const videos = new Set(plan.pictures.filter(({ kind }) => kind === 'video').map(({ id }) => id));
  const pieces = listPieceIds(plan);
  const starts: FilterChain[] = [];
  const linkOf = (pictureId: string, place: number): string => {
    if (pieces.has(pictureId)) return pictureId;
    if (!videos.has(pictureId)) return links.use(pictureId);
    const started = `${label}v${place}`;
    starts.push({ in: [links.use(pictureId)], filters: [RESTART], out: [started] });
    return started;
  };
  const chains = span.layers.flatMap((layer, place): FilterChain[] => {
    const below = place === 0 ? from : `${label}l${place}`;
    const to = place === span.layers.length - 1 ? label : `${label}l${place + 1}`;
    if (layer.levels === null) return layOn([layer], { from: below, to, format: 'yuv420' }, (pictureId) => linkOf(pictureId, place));
    return buildFadeChains(layer.levels, plan, { below, above: linkOf(layer.pictureId, place), to });
  });
  return [base, ...starts, ...chains];
}

const RESTART = filter('setpts', { expr: 'N' });

/** The frames of the span's base, numbered from 0. */
function startSpan({ base, startFrame, endFrame }: PlannedSpan, plan: PlannedPart, links: LinkUses): Pick<FilterChain, 'in' | 'filters'> {
  const frames = endFrame - startFrame;
  const squarePixels = filter('setsar', { sar: 1 });
  switch (base.kind) {
    case 'still': {
      const repeat = [filter('loop', { loop: frames - 1, size: 1 }), ...numberFrames(plan), filter('trim', { end_frame: frames })];
      return { in: [links.use(base.stillId)], filters: [...repeat, squarePixels] };
    }
    case 'video': return { in: [links.use(base.pictureId)], filters: [RESTART, squarePixels] };
    case 'canvas': return { in: [base.pieceId], filters: [squarePixels] };
    default: return base satisfies never;
  }
}

interface LayOptions {
  /** The canvas, and with all layers on it. The same where there are none. */
  from: string;
  to: string;
  format: 'gbrp' | 'yuv420';
}

/** One overlay a layer. A picture of a single frame stays: `overlay` repeats the last frame of what it lays on. */
function layOn(layers: readonly PlacedPicture[], { from, to, format }: LayOptions, linkOf: (pictureId: string, place: number) => string): FilterChain[] {
  return layers.map(({ pictureId, xPx, yPx }, place): FilterChain => ({
    in: [place === 0 ? from : `${to}l${place}`, linkOf(pictureId, place)],
    filters: [filter('overlay', { x: xPx, y: yPx, eval: 'init', format })],
    out: [place === layers.length - 1 ? to : `${to}l${place + 1}`],
  }));
}

function joinSpans(plan: PlannedPart): FilterChain[] {
  const labels = plan.spans.map((_, index) => spanLabel(index));
  // `concat` guesses the length of each part; the frames are numbered anew, and so stand exactly on the grid.
  const join = labels.length === 1 ? [] : [filter('concat', { n: labels.length }), ...numberFrames(plan)];
  const finish = [filter('format', { pix_fmts: 'yuv420p' }), OUTPUT_TAGS];
  if (plan.poster === null) return [{ in: labels, filters: [...join, ...finish], out: [VIDEO_LABEL] }];
  const finished = 'finished';
  return [{ in: labels, filters: [...join, ...finish, filter('split', { outputs: 2 })], out: [VIDEO_LABEL, finished] }, buildPosterChain(plan.poster, finished, POSTER_LABEL)];
}

function numberFrames({ frameRate }: PlannedPart): Filter[] {
  return [filter('settb', { expr: `${frameRate.denominator}/${frameRate.numerator}` }), filter('setpts', { expr: 'N' })];
}
