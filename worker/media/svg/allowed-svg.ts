/** What of SVG is let through to the rasteriser: names of elements that draw and cannot reach out of their file. */

/** Everything else, but for `REFUSED_ELEMENTS`, is left out: it draws nothing in a still picture (scripts, animations, metadata, editors' own). */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'switch', 'a', 'style', 'image',
  'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon',
  'clipPath', 'mask', 'marker', 'pattern', 'linearGradient', 'radialGradient', 'stop',
  'filter', 'feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix', 'feDiffuseLighting', 'feDisplacementMap',
  'feDistantLight', 'feDropShadow', 'feFlood', 'feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feMerge', 'feMergeNode',
  'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting', 'feSpotLight', 'feTile', 'feTurbulence',
]);

/** What draws, and would be missing without a word: the file is refused and says why. */
export const REFUSED_ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['text', 'contains text; convert it to paths, or use a text element'],
  ['foreignObject', 'contains a piece of a web page (foreignObject), which cannot be drawn'],
  ['feImage', 'contains feImage, which is not supported'],
]);

/** Pictures inside the file itself; the first bytes are looked at as well, as a data URL may say anything of itself. */
export const EMBEDDED_PICTURE = /^data:image\/(png|jpeg|jpg|gif);base64,\s*(iVBORw0KGgo|\/9j\/|R0lGOD)[A-Za-z0-9+/=\s]*$/;

/** Far more than drawings have; the rasteriser goes down into groups by recursion. */
export const SVG_DEPTH_MAX = 100;
/** Elements of a detailed map. */
export const SVG_ELEMENTS_MAX = 200_000;
/** What a drawing takes; beyond it, it is embedded pictures that want to be sources of their own. */
export const SVG_BYTES_MAX = 10 * 1024 * 1024;
