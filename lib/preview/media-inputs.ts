/** Media files as mediabunny reads them, each opened once: an address in, an input that fetches what is asked of it out. */
import { ALL_FORMATS, Input, UrlSource } from 'mediabunny';
import { toMediaUrl } from '#lib/composition/upload-source';

/** A server that does not answer is asked once more; forever, as mediabunny would, is no answer to a person. */
const RETRY_DELAY_SECONDS = 0.5;

export class MediaInputs {
  readonly #inputs = new Map<string, Input>();

  /** Nothing is fetched until something is asked of it. The server must allow other pages to read the file (CORS). It stays this object's: do not dispose of it. */
  get(source: string): Input {
    const known = this.#inputs.get(source);
    if (known !== undefined) return known;
    const input = open(source);
    this.#inputs.set(source, input);
    return input;
  }

  close(): void {
    for (const input of this.#inputs.values()) input.dispose();
    this.#inputs.clear();
  }
}

function open(source: string): Input {
  const getRetryDelay = (previousAttempts: number): number | null => (previousAttempts === 0 ? RETRY_DELAY_SECONDS : null);
  // What fails while nobody waits for it fails again, and is told, when somebody does.
  const urlSource = new UrlSource(new URL(toMediaUrl(source), document.baseURI), { getRetryDelay, handleUnhandledError: () => undefined });
  return new Input({ source: urlSource, formats: ALL_FORMATS });
}
