/** The one function used of wawoff2, which brings no types. */
declare module 'wawoff2' {
  /** WOFF2 in, TrueType or OpenType out. Rejects what is no WOFF2. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
