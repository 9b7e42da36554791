/**
 * The core's `TextFonts` on HarfBuzz: font files as bytes in, shaping, measures and outlines out. Runs in browser and Node alike, with equal results.
 */
import type { Face, Font, GlyphExtents } from 'harfbuzzjs';
import type { FontFamilies } from '#lib/composition/text/font-catalog';
import type { GlyphInk, GlyphShape } from '#lib/composition/text/glyph-shape';
import type { FaceInstance, FaceMetrics, RunToShape, ShapedGlyph, TextFonts } from '#lib/composition/text/text-fonts';
import { createColorPainter } from '#lib/text/color-glyph';
import { toGlyphPath } from '#lib/text/glyph-path';
import type { HarfBuzz } from '#lib/text/harfbuzz';
import { findBidiLevels, findLineBreaks } from '#lib/text/unicode-algorithms';

/** A fixed one: the machine's own would choose other letter forms from place to place. By script, for the forms that East Asian fonts have of each other's characters. */
const LANGUAGES: Readonly<Record<string, string>> = { Hira: 'ja', Kana: 'ja', Hang: 'ko' };
const LANGUAGE_DEFAULT = 'en';

export class HarfBuzzFonts implements TextFonts {
  readonly families: FontFamilies;
  readonly findLineBreaks = findLineBreaks;
  readonly findBidiLevels = findBidiLevels;
  readonly #harfbuzz: HarfBuzz;
  readonly #faces = new Map<string, Face>();
  readonly #fonts = new Map<string, Font>();
  /** Of the same bytes there is one, whatever it is called: in a composer every word that is typed asks for the same fonts again. */
  readonly #facesByBytes: WeakMap<ArrayBuffer | Uint8Array, Face>;
  readonly #paintGlyph: ReturnType<typeof createColorPainter>;
  readonly #below: HarfBuzzFonts | null;

  constructor(harfbuzz: HarfBuzz, families: FontFamilies, below: HarfBuzzFonts | null = null) {
    this.families = families;
    this.#harfbuzz = harfbuzz;
    this.#paintGlyph = below === null ? createColorPainter(harfbuzz) : below.#paintGlyph;
    this.#facesByBytes = below === null ? new WeakMap() : below.#facesByBytes;
    this.#below = below;
  }

  /** All of these and more: what is added to the result is in it alone, and its memory is given back when nobody holds the result, or the bytes, any more. */
  extend(families: FontFamilies): HarfBuzzFonts {
    return new HarfBuzzFonts(this.#harfbuzz, families, this);
  }

  has(file: string): boolean {
    return this.#faces.has(file) || (this.#below?.has(file) ?? false);
  }

  /** `bytes`: TrueType or OpenType. */
  add(file: string, bytes: ArrayBuffer | Uint8Array): void {
    if (this.has(file)) return;
    const face = this.#facesByBytes.get(bytes) ?? new this.#harfbuzz.Face(new this.#harfbuzz.Blob(bytes));
    this.#facesByBytes.set(bytes, face);
    this.#faces.set(file, face);
  }

  shape({ face, text, isRightToLeft, script, hasLigatures }: RunToShape): ShapedGlyph[] {
    const { Buffer, Direction, Feature, shape } = this.#harfbuzz;
    const font = this.#fontOf(face);
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
    buffer.setScript(script);
    buffer.setLanguage(LANGUAGES[script] ?? LANGUAGE_DEFAULT);
    shape(font, buffer, hasLigatures ? [] : [new Feature('liga', 0), new Feature('clig', 0)]);
    const positions = buffer.getGlyphPositions();
    const em = font.face.upem;
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
      const position = positions[index];
      return {
        glyphId: codepoint,
        textIndex: cluster,
        advanceEm: (position?.xAdvance ?? 0) / em,
        offsetXEm: (position?.xOffset ?? 0) / em,
        offsetYEm: (position?.yOffset ?? 0) / em,
      };
    });
  }

  measureFace(face: FaceInstance): FaceMetrics {
    const font = this.#fontOf(face);
    const { ascender, descender } = font.hExtents();
    return { ascentEm: ascender / font.face.upem, descentEm: -descender / font.face.upem };
  }

  getGlyphShape(face: FaceInstance, glyphId: number): GlyphShape {
    const font = this.#fontOf(face);
    const unitsPerEm = font.face.upem;
    const ink = toInk(font.glyphExtents(glyphId));
    if (font.face.glyphHasColorPaint(glyphId)) return { unitsPerEm, ink, kind: 'layers', layers: this.#paintGlyph(font, glyphId) };
    return { unitsPerEm, ink, kind: 'outline', path: toGlyphPath(font.glyphToJson(glyphId)) };
  }

  #fontOf(instance: FaceInstance): Font {
    const { file, weight } = instance;
    if (this.#below !== null && !this.#faces.has(file)) return this.#below.#fontOf(instance);
    const key = `${file}@${weight}`;
    const known = this.#fonts.get(key);
    if (known !== undefined) return known;
    const face = this.#faces.get(file);
    if (face === undefined) throw new Error(`The font file ${file} has not been loaded`);
    const font = new this.#harfbuzz.Font(face);
    font.setVariations([new this.#harfbuzz.Variation('wght', weight)]);
    this.#fonts.set(key, font);
    return font;
  }
}

/** HarfBuzz counts heights downwards: they are negative. */
function toInk(extents: GlyphExtents | undefined): GlyphInk | null {
  if (extents === undefined || extents.width === 0 || extents.height === 0) return null;
  const { xBearing, yBearing, width, height } = extents;
  return { left: xBearing, right: xBearing + width, top: yBearing, bottom: yBearing + height };
}
