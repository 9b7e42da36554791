/** All bytes of a stream, unless there are more than may be: in browser and Node alike. */

/** Null, and the stream is ended, when there are more than `sizeBytesMax`. */
export async function readStream(stream: ReadableStream<Uint8Array>, sizeBytesMax: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    sizeBytes += next.value.length;
    if (sizeBytes > sizeBytesMax) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(sizeBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
