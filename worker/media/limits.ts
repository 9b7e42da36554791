/**
 * The bounds on what a source may be, beside those that the operator configures (size, time, hosts).
 */

/** As many as browsers' and curl's users ever meet with; more is a loop. */
export const SOURCE_REDIRECTS_MAX = 5;

/** A server that takes longer for one TCP (and TLS) handshake will not send a video in time. */
export const SOURCE_CONNECT_TIMEOUT_MS = 5_000;

/** No byte for this long counts as a stall, so that another try still fits into a long job's time. */
export const SOURCE_STALL_MS = 10_000;

/** Tries after the first, for what may pass by itself. */
export const SOURCE_RETRIES_MAX = 2;

/**
 * Read from the file's header, before any decoding: a PNG of 31 kB can announce 16000 x 16000 and take 1.2 GB.
 * 8192 is what H.264 and the decoders of phones go up to, and covers every output (7680 x 4320).
 */
export const SIDE_PX_MAX = 8192;

/** Cameras make up to 50 megapixels today; one such picture with alpha takes 200 MB decoded. */
export const PIXELS_MAX = 50_000_000;

/** Decoded rates above this are counters of ticks, not of pictures, in damaged or strange files. */
export const FRAME_RATE_MAX = 1000;

/** Time for one look of ffprobe or one test decode; the time for the whole source is the caller's signal. */
export const PROBE_TIMEOUT_MS = 20_000;
