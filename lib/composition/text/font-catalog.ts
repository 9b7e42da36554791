/**
 * The fonts there are, as data: families, their files, and which characters each file draws. A build step makes it from the font files; the core chooses by it.
 * Families come as several files (subsets by script), so a text may need many; which ones is known before any of them is loaded.
 */

export type FontStyle = 'normal' | 'italic';

/** A file of a family as listed in the catalogue. */
export interface FontFile {
  /** Its name; unique. */
  file: string;
  family: string;
  style: FontStyle;
  /** The weights it can take; equal for a file of one weight. */
  weightMin: number;
  weightMax: number;
  /** Ranges of code points in hexadecimal: "20-7e a0 2013-2014". */
  coverage: string;
}

export interface FontCatalog {
  /** Of texts that name no family, or one that is not there. */
  defaultFamily: string;
  /** Families asked, in this order, for what the text's own does not draw. */
  fallbackFamilies: string[];
  /** The fallback that is asked first for emoji. */
  emojiFamily: string;
  hanFamilies: HanFamilies;
  files: FontFile[];
}

/** The fallbacks with Chinese characters, each in the forms of its script: the same code points look different. */
export interface HanFamilies {
  chinese: string;
  japanese: string;
  korean: string;
}

/** A file with its coverage ready to be searched: sorted, each range as first and last code point. */
export interface FontFace extends Omit<FontFile, 'coverage'> {
  ranges: Uint32Array;
}

/** The catalogue by family, in lower case: names are compared without regard to it. */
export interface FontFamilies {
  defaultFamily: string;
  fallbackFamilies: readonly string[];
  emojiFamily: string;
  hanFamilies: HanFamilies;
  facesByFamily: ReadonlyMap<string, readonly FontFace[]>;
  /** Those that came with the composition, by the same names. */
  ownFamilies: ReadonlySet<string>;
}

export function toFontFamilies({ files, ...catalog }: FontCatalog): FontFamilies {
  return { ...catalog, facesByFamily: groupByFamily(files), ownFamilies: new Set() };
}

/** The families with a composition's own: one of the same name is replaced as a whole. */
export function withOwnFonts(families: FontFamilies, files: readonly FontFile[]): FontFamilies {
  const own = groupByFamily(files);
  return { ...families, facesByFamily: new Map([...families.facesByFamily, ...own]), ownFamilies: new Set(own.keys()) };
}

function groupByFamily(files: readonly FontFile[]): Map<string, FontFace[]> {
  const facesByFamily = new Map<string, FontFace[]>();
  for (const { coverage, ...file } of files) {
    const key = toFamilyKey(file.family);
    const faces = facesByFamily.get(key) ?? [];
    faces.push({ ...file, ranges: parseCoverage(coverage) });
    facesByFamily.set(key, faces);
  }
  return facesByFamily;
}

/** Names of families are compared without regard to case. */
export const toFamilyKey = (family: string): string => family.toLowerCase();

/** Names as people write them, in the catalogue's order. */
export function listFamilyNames({ facesByFamily }: FontFamilies): string[] {
  return [...facesByFamily.values()].flatMap(([first]) => (first === undefined ? [] : [first.family]));
}

export function hasFamily({ facesByFamily }: FontFamilies, family: string): boolean {
  return facesByFamily.has(toFamilyKey(family));
}

/** True when the file draws the code point. */
export function coversCodePoint({ ranges }: FontFace, codePoint: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

function parseCoverage(coverage: string): Uint32Array {
  const bounds = coverage.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
  return Uint32Array.from(bounds);
}

/** Sorted code points as ranges, the reverse of what the catalogue is read with. */
export function formatCoverage(codePoints: readonly number[]): string {
  const ranges: Array<[number, number]> = [];
  for (const codePoint of codePoints) {
    const latest = ranges.at(-1);
    if (latest !== undefined && codePoint === latest[1] + 1) latest[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges.map(([first, last]) => (first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`)).join(' ');
}
