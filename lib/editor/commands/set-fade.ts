/** Fades a clip in at its start or out at its end: the picture by a `fade` animation, the sound by its own fade. 0 takes the fade away. */
import type { Animation } from '#lib/composition/schema/animation';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { lengthSecondsOf } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

export interface SetFadeArgs {
  keys: readonly ElementKey[];
  edge: 'in' | 'out';
  seconds: number;
  /** `both` when absent: all of it that a clip has. */
  of?: 'picture' | 'sound' | 'both';
}

export const setFade: Command<SetFadeArgs> = (state, { keys, edge, seconds, of = 'both' }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const chosen = findClips(scene, keys);
  if (chosen.length === 0) return refuse('No clip is selected');
  const edited = scene.clips.map((clip) => {
    if (!chosen.includes(clip)) return keep(clip);
    const length = roundSeconds(Math.min(Math.max(0, seconds), lengthSecondsOf(clip)));
    const pictured = of === 'sound' ? clip.element : withPictureFade(clip.element, edge, length);
    return { ...keep(clip, true), element: of === 'picture' ? pictured : withSoundFade(pictured, edge, length) };
  });
  return finishEdit(scene, edited, { label: edge === 'in' ? 'Fade in' : 'Fade out' });
};

export interface Fades {
  /** Seconds; 0 without one. */
  pictureIn: number;
  pictureOut: number;
  soundIn: number;
  soundOut: number;
}

/** The fades that `setFade` sets. */
export function fadesOf(element: Element): Fades {
  const secondsOf = (edge: SetFadeArgs['edge']): number => {
    const fade = animationsOf(element).find((animation) => isFade(animation, edge));
    return fade === undefined ? 0 : (fade.duration ?? FADE_SECONDS_DEFAULT);
  };
  const isSound = element.type === 'video' || element.type === 'audio';
  return { pictureIn: secondsOf('in'), pictureOut: secondsOf('out'), soundIn: isSound ? (element.audio_fade_in ?? 0) : 0, soundOut: isSound ? (element.audio_fade_out ?? 0) : 0 };
}

/** Of a fade animation that does not say. */
const FADE_SECONDS_DEFAULT = 0.5;

const animationsOf = (element: Element): readonly Animation[] => ('animations' in element ? (element.animations ?? []) : []);

/** Of the element as a whole: by words or letters it is something else. */
function isFade(animation: Animation, edge: SetFadeArgs['edge']): boolean {
  if (animation.type !== 'fade' || ('split' in animation && animation.split !== undefined)) return false;
  const { time = 'start', reversed } = animation;
  return edge === 'in' ? time === 'start' && reversed !== true : time === 'end' && reversed !== false;
}

function withPictureFade(element: Element, edge: SetFadeArgs['edge'], seconds: number): Element {
  if (element.type === 'audio') return element;
  const animations = animationsOf(element);
  const index = animations.findIndex((animation) => isFade(animation, edge));
  if (seconds === 0) {
    if (index === -1) return element;
    return changeElement(element, { animations: animations.length === 1 ? undefined : animations.toSpliced(index, 1) });
  }
  if (index === -1) return changeElement(element, { animations: [...animations, { type: 'fade', ...(edge === 'out' ? { time: 'end' } : {}), duration: seconds }] });
  return changeElement(element, { animations: animations.map((animation, place) => (place === index ? { ...animation, duration: seconds } : animation)) });
}

function withSoundFade(element: Element, edge: SetFadeArgs['edge'], seconds: number): Element {
  if (element.type !== 'video' && element.type !== 'audio') return element;
  return changeElement(element, { [edge === 'in' ? 'audio_fade_in' : 'audio_fade_out']: seconds === 0 ? undefined : seconds });
}
