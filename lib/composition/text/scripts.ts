/** The script of each grapheme cluster (ISO 15924), by which fonts choose their rules; spaces, digits and marks have that of the letters before them. */

const SCRIPTS = {
  Latn: /\p{Script=Latin}/u,
  Grek: /\p{Script=Greek}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Deva: /\p{Script=Devanagari}/u,
  Hani: /\p{Script=Han}/u,
  Hira: /\p{Script=Hiragana}/u,
  Kana: /\p{Script=Katakana}/u,
  Hang: /\p{Script=Hangul}/u,
  Armn: /\p{Script=Armenian}/u,
  Geor: /\p{Script=Georgian}/u,
  Thai: /\p{Script=Thai}/u,
  Beng: /\p{Script=Bengali}/u,
  Taml: /\p{Script=Tamil}/u,
  Telu: /\p{Script=Telugu}/u,
  Gujr: /\p{Script=Gujarati}/u,
  Guru: /\p{Script=Gurmukhi}/u,
} as const;

/** No script of its own: what only spaces, signs and emoji have. */
export const COMMON_SCRIPT = 'Zyyy';

/** Scripts whose letters join: spacing them would tear them apart. */
export const JOINED_SCRIPTS: ReadonlySet<string> = new Set(['Arab']);

export function listScripts(clusters: readonly string[]): string[] {
  const known = new Map([...new Set(clusters)].map((cluster) => [cluster, findScript(cluster)]));
  const own = clusters.map((cluster) => known.get(cluster) ?? null);
  let current = own.find((script) => script !== null) ?? COMMON_SCRIPT;
  return own.map((script) => {
    current = script ?? current;
    return current;
  });
}

function findScript(cluster: string): string | null {
  return Object.entries(SCRIPTS).find(([, pattern]) => pattern.test(cluster))?.[0] ?? null;
}
