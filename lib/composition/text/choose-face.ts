/**
 * Which font file draws a character: the text's own family first, then the families for other scripts, in the catalogue's order.
 * In: grapheme clusters ("é", "👩🏾‍💻"), the smallest pieces that one font must draw as a whole. Pure: only the catalogue is asked, so it is known before any font is loaded.
 */
import { coversCodePoint, toFamilyKey, type FontFace, type FontFamilies, type FontStyle } from '#lib/composition/text/font-catalog';
import type { FaceInstance } from '#lib/composition/text/text-fonts';

export interface FaceStyle {
  family: string;
  weight: number;
  fontStyle: FontStyle;
}

export interface ChosenFace extends FaceInstance {
  /** The family has no italic: its letters are slanted. */
  isSlanted: boolean;
  /** False when no font has the whole cluster: the first character's is taken, or the text's own. */
  isComplete: boolean;
  /** Every bundled font has one. */
  hasSpace: boolean;
}

export type FaceChooser = (cluster: string, style: FaceStyle) => ChosenFace;

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN_OR_RELATED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const EMOJI = /^\p{RGI_Emoji}$|\p{Emoji_Presentation}|\uFE0F/v;
const TEXT_PRESENTATION = '\uFE0E';
/** Shown as nothing, whatever the font: joiners, marks of direction. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** Of any width: the shaper makes them of the font's plain space. */
const WHITE_SPACE = /\p{White_Space}/u;
const SPACE = 0x20;

/**
 * For one whole text. Chinese characters are the same code points in four scripts: a text with kana has them drawn the Japanese way, one with
 * hangul the Korean, any other the (simplified) Chinese.
 */
export function createFaceChooser(families: FontFamilies, text: string): FaceChooser {
  const fallbacks = orderFallbacks(families, text);
  const facesByStyle = new Map<string, FontFace[]>();
  const chosen = new Map<string, ChosenFace>();
  return (cluster, style) => {
    const isEmoji = EMOJI.test(cluster) && !cluster.includes(TEXT_PRESENTATION);
    const styleKey = `${style.family}\n${style.weight} ${style.fontStyle} ${isEmoji}`;
    const faces = facesByStyle.get(styleKey) ?? orderFaces(families, fallbacks, { style, isEmoji });
    facesByStyle.set(styleKey, faces);
    const key = `${styleKey} ${cluster}`;
    const face = chosen.get(key) ?? chooseFace(faces, cluster, style);
    chosen.set(key, face);
    return face;
  };
}

/** The face that a style's lines are measured by, whatever their characters. */
export function choosePrimaryFace(families: FontFamilies, style: FaceStyle): ChosenFace {
  const [first] = findFaces(families, style.family, style);
  const [fallback] = findFaces(families, families.defaultFamily, style);
  const face = first ?? fallback;
  if (face === undefined) throw new Error('The font catalogue has no default family');
  return toInstance(face, style, true);
}

function orderFallbacks({ fallbackFamilies, hanFamilies, emojiFamily }: FontFamilies, text: string): string[] {
  const rest = fallbackFamilies.filter((family) => family !== emojiFamily);
  if (!HAN_OR_RELATED.test(text)) return rest;
  const first = KANA.test(text) ? hanFamilies.japanese : HANGUL.test(text) ? hanFamilies.korean : hanFamilies.chinese;
  return [first, ...rest.filter((family) => family !== first)];
}

interface FaceOrder {
  style: FaceStyle;
  isEmoji: boolean;
}

/** Every face that may be taken, the best first. */
function orderFaces(families: FontFamilies, fallbacks: readonly string[], { style, isEmoji }: FaceOrder): FontFace[] {
  const own = families.facesByFamily.has(toFamilyKey(style.family)) ? style.family : families.defaultFamily;
  const order = isEmoji ? [families.emojiFamily, own, ...fallbacks] : [own, ...fallbacks, families.emojiFamily];
  return order.flatMap((family) => findFaces(families, family, style));
}

function chooseFace(faces: readonly FontFace[], cluster: string, style: FaceStyle): ChosenFace {
  const composed = listVisible(cluster.normalize('NFC'));
  const decomposed = listVisible(cluster.normalize('NFD'));
  const covers = (face: FontFace, codePoints: readonly number[]): boolean => codePoints.every((codePoint) => coversCodePoint(face, codePoint));
  const complete = faces.find((face) => covers(face, composed) || covers(face, decomposed));
  if (complete !== undefined) return toInstance(complete, style, true);
  const partial = faces.find((face) => covers(face, composed.slice(0, 1))) ?? faces[0];
  if (partial === undefined) throw new Error('The font catalogue has no default family');
  return toInstance(partial, style, false);
}

function listVisible(cluster: string): number[] {
  return [...cluster].flatMap((character) => {
    if (INVISIBLE.test(character)) return [];
    return [WHITE_SPACE.test(character) ? SPACE : (character.codePointAt(0) ?? 0)];
  });
}

/** The family's files of the style (of the other one, when it has only that), those of the nearest weight first. */
function findFaces({ facesByFamily }: FontFamilies, family: string, { weight, fontStyle }: FaceStyle): FontFace[] {
  const faces = facesByFamily.get(toFamilyKey(family)) ?? [];
  const ofStyle = faces.filter((face) => face.style === fontStyle);
  const distance = (face: FontFace): number => Math.max(face.weightMin - weight, weight - face.weightMax, 0);
  return (ofStyle.length > 0 ? ofStyle : [...faces]).toSorted((a, b) => distance(a) - distance(b));
}

function toInstance(face: FontFace, { weight, fontStyle }: FaceStyle, isComplete: boolean): ChosenFace {
  return {
    file: face.file,
    weight: Math.min(face.weightMax, Math.max(face.weightMin, weight)),
    isSlanted: fontStyle === 'italic' && face.style === 'normal',
    isComplete,
    hasSpace: coversCodePoint(face, SPACE),
  };
}
