/** What of an SVG is drawn, what is left out, and what is refused: on the text alone, before anything draws it. */
import { describe, expect, it } from 'vitest';
import { SVG_DEPTH_MAX } from '#worker/media/svg/allowed-svg';
import { sanitiseSvg } from '#worker/media/svg/sanitise-svg';

const OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (content: string, attributes = ''): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${content}</svg>`;

/** What is written anew, without the outermost element. */
const contentOf = (text: string): string => {
  const outcome = sanitiseSvg(text);
  if (!outcome.ok) throw new Error(outcome.problem);
  expect(outcome.svg.startsWith(OPEN)).toBe(true);
  return outcome.svg.slice(outcome.svg.indexOf('>') + 1, -'</svg>'.length);
};
const problemOf = (text: string): string => {
  const outcome = sanitiseSvg(text);
  return outcome.ok ? 'none' : outcome.problem;
};

const PNG = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==';

describe('sanitiseSvg keeps', () => {
  it.each([
    ['shapes with their attributes', '<rect width="10" height="5" fill="#fff" stroke-width="2"></rect>'],
    ['groups in groups', '<g transform="rotate(5)"><g><path d="M0 0L1 1"></path></g></g>'],
    ['gradients and what points to them', '<defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient></defs><rect fill="url(#a)"></rect>'],
    ['uses of what is in the file', '<symbol id="s"><circle r="1"></circle></symbol><use href="#s"></use><use xlink:href="#s"></use>'],
    ['styles', '<style>.a { fill: url(#b); stroke: red }</style>'],
    ['pictures inside the file', `<image href="${PNG}" width="1"></image>`],
    ['filters', '<filter id="f"><feGaussianBlur stdDeviation="3"></feGaussianBlur></filter>'],
    ['spaces as they are', '<g xml:space="preserve"></g>'],
  ])('%s', (_name, content) => {
    expect(contentOf(svg(content))).toBe(content);
  });

  it('the size and the view of the drawing', () => {
    expect(sanitiseSvg(svg('', ' viewBox="0 0 24 24" width="24"'))).toEqual({ ok: true, svg: `${OPEN} viewBox="0 0 24 24" width="24"></svg>` });
  });

  it.each([
    ['characters by number', '<path d="M0&#x9;0&#10;L1 1"/>', '<path d="M0\t0\nL1 1"></path>'],
    ['the entities of XML', '<g id="a&amp;b&lt;&quot;&apos;"/>', '<g id="a&amp;b&lt;&quot;\'"></g>'],
    ['styles in CDATA', '<style><![CDATA[a > b { fill: red }]]></style>', '<style>a &gt; b { fill: red }</style>'],
    ['the prefix of SVG itself', '<svg:rect width="1"/>', '<rect width="1"></rect>'],
  ])('%s', (_name, content, kept) => {
    expect(contentOf(svg(content))).toBe(kept);
  });

  it.each([
    ['a prolog', `<?xml version="1.0" encoding="UTF-8"?>\n${svg('<g/>')}`],
    ['a plain DOCTYPE', `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('<g/>')}`],
    ['a byte order mark and comments', `\uFEFF<!-- made by <svg> --> ${svg('<!-- <script/> --><g/>')}`],
  ])('what comes after %s', (_name, text) => {
    expect(contentOf(text)).toBe('<g></g>');
  });
});

describe('sanitiseSvg leaves out what draws nothing', () => {
  it.each([
    ['scripts', '<script>alert(1)</script><script href="http://a/b.js"/>'],
    ['metadata and titles', '<metadata><rdf:RDF xmlns:rdf="x"><a/></rdf:RDF></metadata><title>t</title><desc>d</desc>'],
    ['animations', '<animate attributeName="href" values="file:///a"/><set/>'],
    ['elements of editors', '<sodipodi:namedview id="base"/><i:pgf/>'],
    ['words between elements', 'Hello'],
    ['instructions', '<?xml-stylesheet href="http://a/b.css"?>'],
    ['elements nobody knows', '<iframe src="http://a/"/><audio/><video/>'],
  ])('%s', (_name, content) => {
    expect(contentOf(svg(content))).toBe('');
  });

  it.each([
    ['what runs on an event', '<g onload="alert(1)" ONCLICK="x"/>'],
    ['attributes of editors', '<g inkscape:label="a" xmlns:inkscape="b"/>'],
    ['where the names come from', '<g xml:base="http://a/"/>'],
    ['other namespaces by the same name', '<g xmlns="http://www.w3.org/1999/xhtml"/>'],
  ])('of attributes %s', (_name, content) => {
    expect(contentOf(svg(content))).toBe('<g></g>');
  });

  it('links, but not what is in them', () => {
    expect(contentOf(svg('<a href="javascript:alert(1)" target="b"><rect/></a>'))).toBe('<a target="b"><rect></rect></a>');
  });
});

describe('sanitiseSvg refuses', () => {
  const outside = 'outside itself, which is not fetched';
  it.each([
    ['a picture from the network', svg('<image href="http://example.com/a.png"/>'), `refers to a picture ${outside}`],
    ['a picture from the disk', svg('<image xlink:href="file:///etc/passwd"/>'), `refers to a picture ${outside}`],
    ['a picture by its path', svg('<image href="/etc/passwd"/>'), `refers to a picture ${outside}`],
    ['a path written in numbers', svg('<image href="&#x2f;etc&#47;passwd"/>'), `refers to a picture ${outside}`],
    ['a drawing in the drawing', svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'), `refers to a picture ${outside}`],
    ['a drawing that calls itself a PNG', svg('<image href="data:image/png;base64,PHN2Zz4="/>'), `refers to a picture ${outside}`],
    ['a part of another file', svg('<use href="other.svg#a"/>'), `refers to something ${outside}`],
    ['a gradient of another file', svg('<linearGradient href="http://a/b.svg#c"/>'), `refers to something ${outside}`],
    ['a fill of another file', svg('<rect fill="url(http://a/b.svg#c)"/>'), 'refers by url() to something outside'],
    ['a fill of another file, spaced', svg(`<rect fill="url  ( ' file:///a#c')"/>`), 'refers by url() to something outside'],
    ['a mask of another file, by style', svg('<rect style="mask: URL(other.svg#m)"/>'), 'refers by url() to something outside'],
    ['a font from the network', svg('<style>@font-face { src: url(http://a/b.woff) }</style>'), 'refers by url() to something outside'],
    ['a style sheet from the network', svg('<style>@import "http://a/b.css";</style>'), 'imports a style sheet'],
    ['the same, in CDATA', svg('<style><![CDATA[@IMPORT url(#a)]]></style>'), 'imports a style sheet'],
    ['an effect with a picture', svg('<filter id="a"><feImage href="http://a/b.png"/></filter>'), 'contains feImage'],
    ['text', svg('<g><text>Hi</text></g>'), 'contains text; convert it to paths, or use a text element'],
    ['a piece of a web page', svg('<foreignObject><p>Hi</p></foreignObject>'), 'contains a piece of a web page'],
    ['entities of its own', `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<g id="&b;"/>')}`, 'declares a document type with entities'],
    ['an entity that is a file', `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('')}`, 'declares a document type with entities'],
    ['an entity that nobody knows', svg('<g id="&nbsp;"/>'), 'uses an entity that XML does not know'],
    ['groups without end', svg('<g>'.repeat(SVG_DEPTH_MAX) + '</g>'.repeat(SVG_DEPTH_MAX)), `is nested deeper than ${SVG_DEPTH_MAX} levels`],
    ['something else', '<html xmlns="http://www.w3.org/1999/xhtml"><svg/></html>', 'is not one svg element'],
    ['two drawings', `${svg('')}${svg('')}`, 'is not well-formed'],
    ['what is cut off', svg('<g>').replace('</g>', '').replace('</svg>', ''), 'is not well-formed'],
    ['tags that cross', svg('<g><a></g></a>'), 'is not well-formed'],
    ['nothing', '', 'is not'],
  ])('%s', (_name, text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it('more elements than are drawn', () => {
    expect(problemOf(svg('<g/>'.repeat(200_001)))).toBe('has more than 200000 elements');
  });
});
