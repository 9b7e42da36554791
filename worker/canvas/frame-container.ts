/**
 * A Matroska file without an end, written packet by packet: the sizes of its streams and raw RGBA frames in, bytes for FFmpeg's standard input out.
 * One pipe carries streams of any number and size, in the order in which they are drawn (RFC 9559; `V_UNCOMPRESSED`).
 */
import type { Size } from '#lib/composition/units';

const ID = {
  ebml: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, info: 0x1549a966, timestampScale: 0x2ad7b1,
  tracks: 0x1654ae6b, trackEntry: 0xae, trackNumber: 0xd7, trackUid: 0x73c5, trackType: 0x83, codecId: 0x86,
  video: 0xe0, pixelWidth: 0xb0, pixelHeight: 0xba, colourSpace: 0x2eb524,
  cluster: 0x1f43b675, timestamp: 0xe7, simpleBlock: 0xa3,
} as const;

/** A size that is not known: the segment lasts as long as the pipe. */
const UNKNOWN_SIZE = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
const VIDEO_TRACK = 1;
/** Of ticks; what they mean does not matter, as frames are numbered anew. */
const TIMESTAMP_SCALE_NS = 1_000_000;
const KEY_FRAME_FLAG = 0x80;

/** What stands before the first frame. Streams with alpha are straight RGBA; the alpha of others is not looked at. */
export function containerHeader(streams: ReadonlyArray<Size & { isOpaque: boolean }>): Buffer {
  const tracks = streams.map(({ widthPx, heightPx, isOpaque }, index) =>
    element(ID.trackEntry, [
      element(ID.trackNumber, number(index + 1)),
      element(ID.trackUid, number(index + 1)),
      element(ID.trackType, number(VIDEO_TRACK)),
      element(ID.codecId, Buffer.from('V_UNCOMPRESSED')),
      element(ID.video, [element(ID.pixelWidth, number(widthPx)), element(ID.pixelHeight, number(heightPx)), element(ID.colourSpace, Buffer.from(isOpaque ? 'RGB\0' : 'RGBA', 'latin1'))]),
    ]),
  );
  return Buffer.concat([
    element(ID.ebml, [element(ID.docType, Buffer.from('matroska'))]),
    identifier(ID.segment), UNKNOWN_SIZE,
    element(ID.info, [element(ID.timestampScale, number(TIMESTAMP_SCALE_NS))]),
    element(ID.tracks, tracks),
  ]);
}

/** What stands before the bytes of a frame; `tick` rises from frame to frame, whatever their streams. */
export function frameHeader(streamIndex: number, tick: number, frameBytes: number): Buffer {
  const timestamp = element(ID.timestamp, number(tick));
  // The stream's number, two bytes of time from the cluster's own, flags.
  const block = Buffer.concat([size(streamIndex + 1, 4), Buffer.from([0, 0, KEY_FRAME_FLAG])]);
  const blockSize = size(block.length + frameBytes, 8);
  const blockId = identifier(ID.simpleBlock);
  const clusterSize = timestamp.length + blockId.length + blockSize.length + block.length + frameBytes;
  return Buffer.concat([identifier(ID.cluster), size(clusterSize, 8), timestamp, blockId, blockSize, block]);
}

function element(id: number, content: Buffer | readonly Buffer[]): Buffer {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.concat(content);
  return Buffer.concat([identifier(id), size(bytes.length, 8), bytes]);
}

/** Its length is in its first byte already. */
function identifier(id: number): Buffer {
  const hex = id.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

/** Of `length` 4 or 8 bytes, the first of which says so. */
function size(value: number, length: 4 | 8): Buffer {
  const bytes = Buffer.alloc(length);
  if (length === 4) bytes.writeUInt32BE(value + 0x1000_0000);
  else bytes.writeBigUInt64BE(BigInt(value) + 0x0100_0000_0000_0000n);
  return bytes;
}

/** Unsigned. */
function number(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}
