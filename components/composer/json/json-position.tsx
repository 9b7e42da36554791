/**
 * Where in a JSON text something is: a dotted path into the value in (`elements.0.width`), a range of the text out.
 * Reads the tree of the editor's own parser, which also copes with text that is not (yet) valid JSON.
 */
import { jsonLanguage } from '@codemirror/lang-json';

export interface TextRange {
  from: number;
  to: number;
}

type SyntaxNode = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

const VALUE_NODES: ReadonlySet<string> = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** The range of what `path` names; of the nearest thing around it when it is not there (a missing key). */
export function findRange(text: string, path: string): TextRange {
  const root = jsonLanguage.parser.parse(text).topNode;
  let node = findValue(root);
  let range = node === null ? { from: 0, to: 0 } : toOpening(node);
  for (const key of path === '' ? [] : path.split('.')) {
    const next = node === null ? null : findChild(node, key, text);
    if (next === null) break;
    range = next.range;
    node = next.value;
  }
  return range;
}

/** The range of the first thing that is no JSON; null when all of it is. */
export function findSyntaxError(text: string): TextRange | null {
  let found: TextRange | null = null;
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (found === null && node.type.isError) found = { from: node.from, to: Math.max(node.to, Math.min(node.from + 1, text.length)) };
      return found === null;
    },
  });
  return found;
}

/** 1 for the first line. */
export function toLineNumber(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

interface Child {
  range: TextRange;
  value: SyntaxNode | null;
}

function findChild(node: SyntaxNode, key: string, text: string): Child | null {
  if (node.name === 'Object') return findProperty(node, key, text);
  if (node.name !== 'Array') return null;
  const values = listChildren(node).filter(({ name }) => VALUE_NODES.has(name));
  const value = values[Number(key)];
  return value === undefined ? null : { range: toOpening(value), value };
}

function findProperty(node: SyntaxNode, key: string, text: string): Child | null {
  for (const property of listChildren(node)) {
    const name = property.name === 'Property' ? property.getChild('PropertyName') : null;
    if (name === null || text.slice(name.from, name.to) !== JSON.stringify(key)) continue;
    const value = findValue(property);
    const isLong = value === null || value.name === 'Object' || value.name === 'Array';
    return { range: isLong ? { from: name.from, to: name.to } : { from: name.from, to: value.to }, value };
  }
  return null;
}

/** Of an object or a list only the bracket, so that a mark does not cover half the text. */
function toOpening(node: SyntaxNode): TextRange {
  const isLong = node.name === 'Object' || node.name === 'Array';
  return { from: node.from, to: isLong ? Math.min(node.from + 1, node.to) : node.to };
}

function findValue(node: SyntaxNode): SyntaxNode | null {
  return listChildren(node).find(({ name }) => VALUE_NODES.has(name)) ?? null;
}

function listChildren(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}
