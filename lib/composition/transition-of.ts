/** The transition of an element, where its type has them, and how long it takes. */
import type { Element } from '#lib/composition/schema/composition';
import { TRANSITION_SECONDS_DEFAULT, type Transition } from '#lib/composition/schema/transition';

export function transitionOf(element: Element | undefined): Transition | null {
  return element !== undefined && 'transition' in element ? (element.transition ?? null) : null;
}

/** 0 without a transition. */
export function transitionSecondsOf(element: Element | undefined): number {
  const transition = transitionOf(element);
  return transition === null ? 0 : (transition.duration ?? TRANSITION_SECONDS_DEFAULT);
}
