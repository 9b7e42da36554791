/** The part of linebreak that is used; it brings no types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** Null after the last. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
