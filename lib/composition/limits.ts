/**
 * The bounds of a composition, each with its unit in its name: what the schema refuses, the documentation tells and the forms enforce.
 */

export const CANVAS_WIDTH_PX_MAX = 7680;
export const CANVAS_HEIGHT_PX_MAX = 4320;
export const FRAME_RATE_MIN = 1;
export const FRAME_RATE_MAX = 60;
export const OUTPUT_SECONDS_MAX = 600;

export const ELEMENTS_MAX = 500;
export const TRACK_MAX = 1000;
export const ID_LENGTH_MAX = 100;
export const SOURCE_LENGTH_MAX = 2048;

/** A day: sources may be far longer than an output, and a trim points anywhere into them. */
export const TRIM_SECONDS_MAX = 86_400;
/** Lengths are written with up to five digits before the point, as numbers and as strings. */
export const LENGTH_MAX = 99_999;
/** A hundred turns either way. */
export const ROTATION_DEGREES_MAX = 36_000;
/** 4 is +12 dB; beyond it everything clips. */
export const VOLUME_MAX = 4;

/** Longest side of the box a picture is drawn into, visible or not: what one scaled picture may cost in memory. */
export const BOX_SIDE_PX_MAX = 16_384;
/** Levels of arrays and objects in a request body. */
export const NESTING_DEPTH_MAX = 32;
/** Problems told in one answer; more would only make the answer larger than the request. */
export const PROBLEMS_MAX = 200;
