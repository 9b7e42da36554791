/**
 * Links of the graph that several chains read: each use gets a label of its own, and the link is split into as many in the end.
 */
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';

export class LinkUses {
  readonly #counts = new Map<string, number>();

  /** The label for one more reader of `link`. */
  use(link: string): string {
    const count = this.count(link);
    this.#counts.set(link, count + 1);
    return this.nameOf(link, count);
  }

  /** How many readers have asked so far. */
  count(link: string): number {
    return this.#counts.get(link) ?? 0;
  }

  /** The label of the reader with this number, from 0. */
  nameOf(link: string, index: number): string {
    return `${link}u${index}`;
  }

  /** From `from` through `filters` to all who have asked for `link`. */
  fanOut(link: string, from: string, filters: readonly Filter[]): FilterChain {
    const count = this.count(link);
    const outs = Array.from({ length: count }, (_, index) => this.nameOf(link, index));
    return { in: [from], filters: count === 1 ? filters : [...filters, filter('split', { outputs: count })], out: outs };
  }
}
