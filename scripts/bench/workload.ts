/** One thing to be rendered, and how others would do it. */

export interface Workload {
  name: string;
  title: string;
  /** Names of its files. */
  media: readonly string[];
  /** What is posted; `source` gives a file's address. */
  composition: (source: (name: string) => string) => unknown;
  /** Arguments of FFmpeg up to its encoder's, as people write them; `[v]` is the picture, `[a]` the sound, if there is any. */
  naive: CommandLine | null;
  /** The same with everything that does not change made once. */
  folded: CommandLine | null;
  /** Arguments of melt up to its consumer; null where it cannot say it. Relative names are of the folder of media. */
  melt: readonly string[] | null;
  canvas: { widthPx: number; heightPx: number };
  seconds: number;
}

export interface CommandLine {
  inputs: readonly string[];
  graph: string;
  /** What is mapped beside `[v]`. */
  sound: readonly string[];
}

export const input = (name: string, ...options: string[]): string[] => [...options, '-i', name];
export const element = (type: string, properties: object): object => ({ type, ...properties });
