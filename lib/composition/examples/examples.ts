/** The examples in the order of menus and gallery, by category. */
import { basics } from '#lib/composition/examples/basics';
import { easings } from '#lib/composition/examples/easings';
import type { Example } from '#lib/composition/examples/example';
import { groups } from '#lib/composition/examples/groups';
import { layout } from '#lib/composition/examples/layout';
import { layoutClips } from '#lib/composition/examples/layout-clips';
import { looks } from '#lib/composition/examples/looks';
import { masksAndKeys } from '#lib/composition/examples/masks-and-keys';
import { motion } from '#lib/composition/examples/motion';
import { recipes } from '#lib/composition/examples/recipes';
import { recipesCards } from '#lib/composition/examples/recipes-cards';
import { shapes } from '#lib/composition/examples/shapes';
import { sound } from '#lib/composition/examples/sound';
import { text } from '#lib/composition/examples/text';
import { textAnimations } from '#lib/composition/examples/text-animations';
import { textScripts } from '#lib/composition/examples/text-scripts';
import { transitions } from '#lib/composition/examples/transitions';

export const EXAMPLES: readonly Example[] = [
  ...basics, ...layout, ...layoutClips, ...text, ...textScripts, ...textAnimations, ...shapes, ...looks, ...motion, ...easings, ...transitions, ...groups, ...masksAndKeys, ...sound, ...recipes, ...recipesCards,
];

export function findExample(id: string): Example | null {
  return EXAMPLES.find((example) => example.id === id) ?? null;
}
