/** What axe finds that would keep somebody out, in a page or in a part of it; none of it may be serious. */
import axe from 'axe-core';
import type { Page } from 'playwright';

/** Not in axe's usual set: who speaks to the page says what they see. */
const RULES = { 'label-content-name-mismatch': { enabled: true } };

/** Of the part under `selector`; by default of the whole page. */
export async function findViolations(page: Page, selector = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(([within, rules]) => (globalThis as unknown as { axe: typeof axe }).axe.run({ include: [within] }, { resultTypes: ['violations'], rules }), [selector, RULES] as const);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
