/** A number that can move: shown as it is at the playhead, with the diamond that makes it a keyframe there, and, once it moves, the bar to go along its keyframes. */
'use client';

import { Diamond } from 'lucide-react';
import { useInspected, type Inspected } from '#components/composer/inspector/inspected';
import { KeyframeBar } from '#components/composer/inspector/keyframe-bar';
import { NumberField } from '#components/composer/inspector/number-field';
import type { FieldProps } from '#components/composer/inspector/use-field';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Tooltip } from '#components/ui/tooltip';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { lengthToPx } from '#lib/composition/units';
import { momentIn } from '#lib/editor/commands/set-value';
import { keyframeIndexAt, toggleKeyframe } from '#lib/editor/commands/toggle-keyframe';
import { keyframesOf, numberAt, toWritten, type MovingProperty, type WrittenValue } from '#lib/editor/keyframes';
import type { PlacedClip } from '#lib/editor/scene';
import type { NumberControl } from '#lib/editor/value-text';

interface MovingFieldProps extends FieldProps {
  control: NumberControl;
  moving: MovingProperty;
}

export function MovingField({ moving, ...props }: MovingFieldProps) {
  const inspected = useInspected();
  if (inspected === null) return <NumberField {...props} />;
  const values = inspected.clips.map((clip) => valueAtPlayhead(clip, moving, inspected));
  const [value] = values;
  const moves = inspected.clips.filter(({ element }) => keyframesOf(element, moving) !== null);
  const [only] = moves;
  return (
      <NumberField
        {...props}
        value={value}
        isMixed={values.some((other) => other !== value)}
        fallback={laidOutOf(moving, inspected) ?? undefined}
        wholePx={moving === 'x' || moving === 'width' ? inspected.canvas.widthPx : moving === 'y' || moving === 'height' ? inspected.canvas.heightPx : Math.min(inspected.canvas.widthPx, inspected.canvas.heightPx)}
        aside={<KeyframeToggle label={props.property.label} moving={moving} inspected={inspected} moves={moves} />}
        {...(inspected.clips.length === 1 && only !== undefined ? { below: <KeyframeBar clip={only} moving={moving} label={props.property.label} inspected={inspected} /> } : {})}
      />
  );
}

/** As it is written, or of keyframes what they come to there, in their unit. */
function valueAtPlayhead(clip: PlacedClip, moving: MovingProperty, { canvas, atSeconds, frameRate }: Inspected): WrittenValue | undefined {
  const keyframes = keyframesOf(clip.element, moving);
  if (keyframes === null) return Reflect.get(clip.element, moving) as WrittenValue | undefined;
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const number = numberAt(clip.element, moving, { seconds: momentIn(clip, atSeconds, { frameRate }), durationSeconds, canvas });
  return number === null ? undefined : toWritten(moving, number, keyframes[0]?.value, canvas);
}

/** In pixels, where the layout puts what says nothing of it; null of what the layout does not decide, or while it is not on. */
function laidOutOf(moving: MovingProperty, { clips: [clip], box, canvas }: Inspected): number | null {
  if (clip === undefined || box === null || clip.element.type === 'audio') return null;
  const { x_anchor: acrossAnchor = '0%', y_anchor: downAnchor = '0%' } = clip.element;
  const round = (px: number): number => Math.round(px * 100) / 100;
  switch (moving) {
    case 'x': return round(box.xPx + lengthToPx(acrossAnchor, canvas, box.widthPx));
    case 'y': return round(box.yPx + lengthToPx(downAnchor, canvas, box.heightPx));
    case 'width': return round(box.widthPx);
    case 'height': return round(box.heightPx);
    default: return null;
  }
}

interface KeyframeToggleProps {
  label: string;
  moving: MovingProperty;
  inspected: Inspected;
  moves: readonly PlacedClip[];
}

function KeyframeToggle({ label, moving, inspected, moves }: KeyframeToggleProps) {
  const store = useEditorStore();
  const { clips, atSeconds } = inspected;
  const isHere = clips.length > 0 && clips.every((clip) => keyframeIndexAt(clip, moving, atSeconds, inspected) !== null);
  const toggle = (): void => {
    const laidOut = laidOutOf(moving, inspected) ?? undefined;
    store.getState().run(toggleKeyframe, { keys: clips.map(({ key }) => key), property: moving, atSeconds, laidOut });
  };
  return (
    <Tooltip label={isHere ? 'Delete the keyframe at the playhead' : 'Set a keyframe at the playhead'} side="left">
      <button
        type="button"
        aria-label={`Keyframe of ${label}`}
        aria-pressed={isHere}
        onClick={toggle}
        className={`grid size-6 shrink-0 place-items-center rounded hover:bg-sunken ${moves.length > 0 ? 'text-accent' : 'text-ink-faint hover:text-ink'}`}
      >
        <Diamond className={`size-3.5 ${isHere ? 'fill-current' : ''}`} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
