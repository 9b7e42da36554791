/** A `composition` element becomes a layer that holds the layers of its own scene, at the frames of the output, and the sounds of that scene. */
import { arrangementIn, countRounds, groupCanvasOf, groupLengthOf, groupPeriodOf, isLargerThanAnyVideo } from '#lib/composition/group-scene';
import { repeatLayers, repeatSounds, type Repetition } from '#lib/composition/repeat-scene';
import { resolveArrangement, type ArrangedScene } from '#lib/composition/resolve-arrangement';
import { tooLargeProblem } from '#lib/composition/resolve-media';
import { isEverSeen, resolvePicture, wholeOf } from '#lib/composition/resolve-picture';
import type { ElementOutcome, LayerSpan, ResolveContext, ResolveElement } from '#lib/composition/resolved-element';
import type { GroupElement } from '#lib/composition/schema/composition';
import { normalizeColor } from '#lib/composition/units';

export function resolveGroup(element: GroupElement, context: ResolveContext, resolveElement: ResolveElement): ElementOutcome {
  const canvas = groupCanvasOf(element, context.canvas);
  // As a picture that is stretched to its box.
  const { look: visual, toMotion, isTooLarge } = resolvePicture({ ...element, fit_mode: 'fill' }, wholeOf(canvas), context);
  const { crop: _crop, fit: _fit, ...placed } = visual;
  if (isTooLarge || isLargerThanAnyVideo(canvas)) return { ok: false, problem: tooLargeProblem(placed.box, context) };

  const inside = resolveArrangement(arrangementIn(element, context.elementPath), { ...context, canvas }, resolveElement);
  if (!inside.ok) return { ok: false, problem: inside.problems };
  const { timing, arrange } = inside.resolved;
  const periodFrames = groupPeriodOf(element, timing);
  const sceneOf = ({ durationSeconds }: LayerSpan): ArrangedScene => (timing.isOpenEnded ? arrange(durationSeconds) : arrange());
  const repetitionOf = ({ startFrame, endFrame, track }: LayerSpan, { frameCount }: ArrangedScene): Repetition => ({ startFrame, endFrame, track, frameCount, periodFrames, frameRate: context.frameRate });
  const naturalLength = groupLengthOf(element, timing, context.frameRate);
  if (naturalLength === 'unknown') throw new Error('The length of a group whose media are known is not');
  return {
    ok: true,
    resolved: {
      naturalLength,
      toLayer: (span) => {
        const { elementId, track, startFrame, endFrame } = span;
        if (!isEverSeen(element, placed, context.canvas)) return null;
        const scene = sceneOf(span);
        return {
          type: 'group', elementId, track, startFrame, endFrame, ...placed, motion: toMotion(span),
          canvas: { ...canvas, fillColor: element.fill_color === undefined ? null : normalizeColor(element.fill_color) },
          layers: repeatLayers(scene.toLayers(), repetitionOf(span, scene)),
        };
      },
      toSound: (span) => {
        const scene = sceneOf(span);
        return repeatSounds(scene.toSounds(), repetitionOf(span, scene));
      },
      findProblems: (span) => sceneOf(span).findProblems(),
      countParts: (span) => {
        const parts = sceneOf(span).countParts().reduce((sum, count) => sum + count, 1);
        return parts * countRounds(periodFrames, span.endFrame - span.startFrame);
      },
    },
  };
}
