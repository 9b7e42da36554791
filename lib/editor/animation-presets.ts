/** Animations and transitions by the names people know from other editors: what the inspector's menus add. Data alone; a test holds each to the schema. */
import type { Animation } from '#lib/composition/schema/animation';
import type { ElementType } from '#lib/composition/schema/composition';
import type { Transition } from '#lib/composition/schema/transition';

export const ANIMATION_PRESET_GROUPS = ['In', 'Out', 'Emphasis', 'By words and letters'] as const;

export interface AnimationPreset {
  group: (typeof ANIMATION_PRESET_GROUPS)[number];
  label: string;
  animation: Animation;
  /** Absent: of every element that is seen. */
  types?: readonly ElementType[];
}

const comes = (label: string, animation: Animation): AnimationPreset => ({ group: 'In', label, animation });
const goes = (label: string, animation: Animation): AnimationPreset => ({ group: 'Out', label, animation: { ...animation, time: 'end' } });
const ofText = (label: string, animation: Animation): AnimationPreset => ({ group: 'By words and letters', label, animation, types: ['text'] });

export const ANIMATION_PRESETS: readonly AnimationPreset[] = [
  comes('Fade in', { type: 'fade' }),
  comes('Slide in from the left', { type: 'slide', direction: 'right' }),
  comes('Slide in from the right', { type: 'slide', direction: 'left' }),
  comes('Slide in from below', { type: 'slide', direction: 'up' }),
  comes('Slide in from above', { type: 'slide', direction: 'down' }),
  comes('Zoom in', { type: 'scale' }),
  comes('Pop', { type: 'scale', easing: 'back-out', duration: 0.4 }),
  comes('Wipe in', { type: 'wipe' }),
  comes('Spin in', { type: 'spin' }),
  goes('Fade out', { type: 'fade' }),
  goes('Slide out to the left', { type: 'slide', direction: 'left' }),
  goes('Slide out to the right', { type: 'slide', direction: 'right' }),
  goes('Slide out upwards', { type: 'slide', direction: 'up' }),
  goes('Slide out downwards', { type: 'slide', direction: 'down' }),
  goes('Zoom out', { type: 'scale' }),
  goes('Wipe out', { type: 'wipe' }),
  goes('Spin out', { type: 'spin' }),
  { group: 'Emphasis', label: 'Bounce', animation: { type: 'bounce' } },
  { group: 'Emphasis', label: 'Shake', animation: { type: 'shake' } },
  { group: 'Emphasis', label: 'Slow zoom (Ken Burns)', animation: { type: 'pan', end_zoom: 1.2 }, types: ['image', 'video'] },
  ofText('Typewriter', { type: 'typewriter' }),
  ofText('Words rise', { type: 'slide', direction: 'up', distance: '4%', split: 'word', duration: 1 }),
  ofText('Words fade in', { type: 'fade', split: 'word', duration: 1.2 }),
  ofText('Letters pop', { type: 'scale', split: 'letter', easing: 'back-out', duration: 1 }),
  ofText('Lines slide in', { type: 'slide', direction: 'right', split: 'line', duration: 1 }),
];

export function presetsFor(type: ElementType): AnimationPreset[] {
  return type === 'audio' ? [] : ANIMATION_PRESETS.filter(({ types }) => types === undefined || types.includes(type));
}

/** What each kind of transition is called. */
export const TRANSITION_LABELS: Readonly<Record<Transition['type'], string>> = {
  fade: 'Cross-fade',
  'fade-black': 'Dip to black',
  'fade-white': 'Dip to white',
  wipe: 'Wipe',
  slide: 'Slide over',
  push: 'Push',
  'circle-open': 'Circle opens',
  'circle-close': 'Circle closes',
  zoom: 'Zoom',
  radial: 'Clock',
};
