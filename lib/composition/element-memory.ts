/**
 * Resolving while somebody edits: most elements are the very objects they were a moment ago, in the same surroundings. What came of them then is given
 * again, layers included; only what has changed is resolved anew.
 */
import { resolveElement } from '#lib/composition/resolve-element';
import type { ElementOutcome, LayerSpan, ResolveContext, ResolvedElement, ResolveElement } from '#lib/composition/resolved-element';
import type { Element } from '#lib/composition/schema/composition';
import type { Layer } from '#lib/composition/timeline';

/** A `resolveElement` with a memory, for `resolve`. Neither elements nor facts may be changed in place. */
export function createElementMemory(): ResolveElement {
  const known = new WeakMap<Element, { context: ResolveContext; outcome: ElementOutcome }>();
  const resolveRemembered: ResolveElement = (element, context) => {
    const last = known.get(element);
    if (last !== undefined && isSameContext(last.context, context)) return last.outcome;
    const outcome = rememberLayer(resolveElement(element, context, resolveRemembered));
    known.set(element, { context, outcome });
    return outcome;
  };
  return resolveRemembered;
}

function rememberLayer(outcome: ElementOutcome): ElementOutcome {
  if (!outcome.ok) return outcome;
  const { toLayer } = outcome.resolved;
  let last: { span: LayerSpan; layer: Layer | null } | null = null;
  const resolved: ResolvedElement = {
    ...outcome.resolved,
    toLayer: (span) => {
      if (last === null || !isSameSpan(last.span, span)) last = { span, layer: toLayer(span) };
      return last.layer;
    },
  };
  return { ok: true, resolved };
}

function isSameContext(a: ResolveContext, b: ResolveContext): boolean {
  return (
    a.facts === b.facts && a.fonts === b.fonts && a.elementId === b.elementId && a.elementIndex === b.elementIndex && a.trackBelow === b.trackBelow &&
    a.canvas.widthPx === b.canvas.widthPx && a.canvas.heightPx === b.canvas.heightPx &&
    a.frameRate.numerator === b.frameRate.numerator && a.frameRate.denominator === b.frameRate.denominator &&
    a.elementPath.length === b.elementPath.length && a.elementPath.every((part, place) => part === b.elementPath[place])
  );
}

function isSameSpan(a: LayerSpan, b: LayerSpan): boolean {
  return (
    a.elementId === b.elementId && a.track === b.track && a.startFrame === b.startFrame && a.endFrame === b.endFrame &&
    a.startSeconds === b.startSeconds && a.durationSeconds === b.durationSeconds &&
    a.exact.startSeconds === b.exact.startSeconds && a.exact.durationSeconds === b.exact.durationSeconds
  );
}
