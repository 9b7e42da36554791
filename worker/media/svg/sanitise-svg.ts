/**
 * An untrusted SVG in, one written anew out that has only what draws and refers to nothing outside itself; or words for why it is refused.
 * The rasteriser reads what is written here and never the file: where two parsers would read it differently does not matter.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ALLOWED_ELEMENTS, EMBEDDED_PICTURE, REFUSED_ELEMENTS, SVG_DEPTH_MAX, SVG_ELEMENTS_MAX } from '#worker/media/svg/allowed-svg';

export type SanitisedSvg = { ok: true; svg: string } | { ok: false; problem: string };

/** Its message reads on from "The SVG". */
class SvgProblem extends Error {}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';

const ATTRIBUTES_KEY = ':@';
const TEXT_KEY = '#text';
const CDATA_KEY = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  cdataPropName: CDATA_KEY,
});

/** Problems read on from "The SVG". Takes time in proportion to the text. */
export function sanitiseSvg(text: string): SanitisedSvg {
  try {
    const bare = stripProlog(text);
    // The parser makes the best of anything: what is cut off would lack its end without a word.
    if (XMLValidator.validate(bare) !== true) throw new SvgProblem('is not well-formed');
    const nodes: unknown = parser.parse(bare);
    const elements = toNodes(nodes).flatMap((node) => toElement(node) ?? []);
    const [root] = elements;
    if (elements.length !== 1 || root?.name !== 'svg') throw new SvgProblem('is not one svg element');
    return { ok: true, svg: new SvgWriter().write(root) };
  } catch (error) {
    if (error instanceof SvgProblem) return { ok: false, problem: error.message };
    return { ok: false, problem: 'is not well-formed' };
  }
}

/** Without comments and a plain DOCTYPE; one with declarations of its own is refused, as what they mean cannot be bounded. */
function stripProlog(text: string): string {
  const bare = text.replace(/^\uFEFF/, '').replace(/<!--[\s\S]*?-->/g, '').replace(/<!DOCTYPE\s[^[\]<>]*>/i, '');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(bare)) throw new SvgProblem('declares a document type with entities, which is not allowed');
  return bare;
}

interface SvgElement {
  /** Without the prefix of SVG's own namespace. */
  name: string;
  attributes: Array<[name: string, value: string]>;
  children: readonly object[];
}

/** Null for text. */
function toElement(node: object): SvgElement | null {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES_KEY && key !== TEXT_KEY && key !== CDATA_KEY);
  if (name === undefined) return null;
  const attributes: unknown = Reflect.get(node, ATTRIBUTES_KEY) ?? {};
  return {
    name: name.replace(/^svg:/, ''),
    attributes: Object.entries(typeof attributes === 'object' && attributes !== null ? attributes : {}).map(([key, value]) => [key, decodeEntities(String(value))]),
    children: toNodes(Reflect.get(node, name)),
  };
}

const toNodes = (value: unknown): object[] => (Array.isArray(value) ? value.filter((node): node is object => typeof node === 'object' && node !== null) : []);

/** Writes what is allowed of an element and what is in it. */
class SvgWriter {
  #elementCount = 0;

  write(root: SvgElement): string {
    const attributes = root.attributes.filter(([name]) => !name.startsWith('xmlns'));
    return this.#element({ ...root, attributes: [['xmlns', SVG_NAMESPACE], ['xmlns:xlink', XLINK_NAMESPACE], ...attributes] }, 1);
  }

  #element({ name, attributes, children }: SvgElement, depth: number): string {
    const reason = REFUSED_ELEMENTS.get(name);
    if (reason !== undefined) throw new SvgProblem(reason);
    if (!ALLOWED_ELEMENTS.has(name)) return '';
    this.#elementCount += 1;
    if (this.#elementCount > SVG_ELEMENTS_MAX) throw new SvgProblem(`has more than ${SVG_ELEMENTS_MAX} elements`);
    if (depth > SVG_DEPTH_MAX) throw new SvgProblem(`is nested deeper than ${SVG_DEPTH_MAX} levels`);
    const written = attributes.flatMap(([key, value]) => (keepsAttribute(name, key, value, depth) ? [` ${key}="${escapeXml(value)}"`] : [])).join('');
    const content = name === 'style' ? escapeXml(readStyle(children)) : children.map((child) => this.#node(child, depth)).join('');
    return `<${name}${written}>${content}</${name}>`;
  }

  /** Text is drawn nowhere but in the elements that are refused. */
  #node(node: object, depth: number): string {
    const element = toElement(node);
    return element === null ? '' : this.#element(element, depth + 1);
  }
}

/** Throws for a reference to anything outside the file. */
function keepsAttribute(element: string, name: string, value: string, depth: number): boolean {
  if (name === 'href' || name === 'xlink:href') return keepsReference(element, value.trim());
  if (name === 'xmlns' || name === 'xmlns:xlink') return depth === 1;
  if (name !== 'xml:space' && !/^[a-z][a-z0-9-]*$/i.test(name)) return false;
  if (/^on/i.test(name)) return false;
  checkCss(value);
  return true;
}

function keepsReference(element: string, target: string): boolean {
  if (target.startsWith('#')) return true;
  // A link draws nothing by itself, what is in it does.
  if (element === 'a') return false;
  if (element === 'image' && EMBEDDED_PICTURE.test(target)) return true;
  const what = element === 'image' ? 'a picture' : 'something';
  throw new SvgProblem(`refers to ${what} outside itself, which is not fetched; PNG, JPEG and GIF can be embedded as data URLs`);
}

function readStyle(children: readonly object[]): string {
  const css = children.map(readText).join('').replace(/\/\*[\s\S]*?\*\//g, '');
  if (/@import/i.test(css)) throw new SvgProblem('imports a style sheet, which is not fetched');
  checkCss(css);
  return css;
}

function readText(node: object): string {
  const text: unknown = Reflect.get(node, TEXT_KEY);
  if (typeof text === 'string') return decodeEntities(text);
  return toNodes(Reflect.get(node, CDATA_KEY)).map((inner) => String(Reflect.get(inner, TEXT_KEY) ?? '')).join('');
}

/** Every url() must point into the file. */
function checkCss(css: string): void {
  const references = [...css.matchAll(/url\s*\(\s*["']?\s*(.?)/gi)];
  if (references.some(([, first]) => first !== '#')) throw new SvgProblem('refers by url() to something outside itself, which is not fetched');
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five names of XML, and characters by number. */
function decodeEntities(text: string): string {
  return text.replace(/&(#?)(x?)([a-z0-9]*);?/gi, (_whole, hash: string, hex: string, name: string) => {
    const codePoint = Number.parseInt(name, hex === '' ? 10 : 16);
    if (hash !== '' && codePoint <= 0x10ffff) return String.fromCodePoint(codePoint);
    const named = hash === '' ? NAMED_ENTITIES[`${hex}${name}`] : undefined;
    if (named === undefined) throw new SvgProblem('uses an entity that XML does not know');
    return named;
  });
}

/** Control characters, which XML cannot hold, are left out. */
function escapeXml(text: string): string {
  const clean = [...text].filter((character) => character >= ' ' || '\t\n\r'.includes(character)).join('');
  return clean.toWellFormed().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
