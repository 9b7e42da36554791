/**
 * Decodes a body sent as `STREAMING-UNSIGNED-PAYLOAD-TRAILER`: chunks with their sizes in, the object's bytes out, and the
 * trailing headers (checksums) into a map. This is S3's own encoding inside the body, below HTTP's.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
import { S3Error } from '#lib/embedded/s3/s3-error';

/** Longest line that can be meant as a chunk's head or a trailer. */
const LINE_BYTES_MAX = 4096;

/** Yields the payload; `trailers` is filled, names in lower case, when the last chunk has come. Throws IncompleteBody. */
export async function* decodeChunkedBody(source: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source[Symbol.asyncIterator]());
  try {
    for (;;) {
      const sizeText = (await reader.readLine()).split(';')[0] ?? '';
      if (!/^[0-9a-fA-F]{1,8}$/.test(sizeText)) throw incomplete('a chunk has no valid size');
      const sizeBytes = Number.parseInt(sizeText, 16);
      if (sizeBytes === 0) break;
      yield* reader.readBytes(sizeBytes);
      if ((await reader.readLine()) !== '') throw incomplete('a chunk is longer than its size');
    }
    await readTrailers(reader, trailers);
  } finally {
    // The rest is read and dropped, so that the connection lives to carry the answer.
    await reader.drain();
  }
}

async function readTrailers(reader: ByteReader, trailers: Map<string, string>): Promise<void> {
  // Some clients leave the last empty line out: the end of the body ends the trailers as well.
  while (!(await reader.isAtEnd())) {
    const line = await reader.readLine();
    if (line === '') return;
    const colon = line.indexOf(':');
    if (colon < 1) throw incomplete('a trailing header is malformed');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

/** Reads lines and counted bytes from a stream of buffers. */
class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #buffered: Buffer = Buffer.alloc(0);
  #isEnded = false;

  constructor(source: AsyncIterator<Buffer>) {
    this.#source = source;
  }

  async readLine(): Promise<string> {
    for (;;) {
      const end = this.#buffered.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#buffered.toString('latin1', 0, end);
        this.#buffered = this.#buffered.subarray(end + 2);
        return line;
      }
      if (this.#buffered.length > LINE_BYTES_MAX) throw incomplete('a line is too long');
      const next = await this.#pull();
      if (next === null) throw incomplete('it ends inside a line');
      this.#buffered = Buffer.concat([this.#buffered, next]);
    }
  }

  async *readBytes(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      const bytes = this.#buffered.length > 0 ? this.#buffered : await this.#pull();
      if (bytes === null) throw incomplete('it ends inside a chunk');
      const taken = bytes.subarray(0, left);
      this.#buffered = bytes.subarray(taken.length);
      left -= taken.length;
      yield taken;
    }
  }

  async isAtEnd(): Promise<boolean> {
    if (this.#buffered.length > 0) return false;
    const next = await this.#pull();
    if (next !== null) this.#buffered = next;
    return next === null;
  }

  async drain(): Promise<void> {
    while ((await this.#pull()) !== null);
  }

  async #pull(): Promise<Buffer | null> {
    if (this.#isEnded) return null;
    const { done, value } = await this.#source.next();
    if (done === true) this.#isEnded = true;
    return done === true ? null : value;
  }
}

function incomplete(what: string): S3Error {
  return new S3Error('IncompleteBody', `The aws-chunked body is malformed: ${what}.`);
}
