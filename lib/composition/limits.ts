/**
 * The bounds of a composition, each with its unit in its name: what the schema refuses, the documentation tells and the forms enforce.
 */

export const CANVAS_WIDTH_PX_MAX = 7680;
export const CANVAS_HEIGHT_PX_MAX = 4320;
export const FRAME_RATE_MIN = 1;
export const FRAME_RATE_MAX = 60;
export const OUTPUT_SECONDS_MAX = 600;

/** Of a composition, those in groups counted. */
export const ELEMENTS_MAX = 500;
/** Groups within groups. */
export const GROUP_DEPTH_MAX = 4;
/** Layers and sounds that a composition comes to once all that loops has been repeated. */
export const PARTS_MAX = 3000;
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

export const KEYFRAMES_MAX = 500;
export const ANIMATIONS_MAX = 20;
export const EASING_LENGTH_MAX = 100;
export const EASING_STEPS_MAX = 1000;
/** How far a curve may swing beyond its ends, in ways. */
export const BEZIER_Y_MAX = 10;
/** A spring of this bounce swings some forty times before it rests. */
export const SPRING_BOUNCE_MAX = 0.95;
/** A hundred times as large: what is scaled further shows single pixels. */
export const SCALE_MAX = 100;

/** Characters (UTF-16 units) of a text or of a span. */
export const TEXT_LENGTH_MAX = 5000;
export const SPANS_MAX = 100;
export const FONT_FAMILY_LENGTH_MAX = 100;
/** Own fonts of a composition: entries, and bytes of a file as it comes and unpacked. */
export const FONTS_MAX = 20;
export const FONT_BYTES_MAX = 10 * 1024 * 1024;
/** Of all own fonts of a composition, unpacked: they stay in memory while it is laid out. */
export const FONTS_TOTAL_BYTES_MAX = 40 * 1024 * 1024;
export const FONT_WEIGHT_MIN = 100;
export const FONT_WEIGHT_MAX = 900;
/** In font sizes. */
export const LINE_HEIGHT_MAX = 10;
/** Distinct missing characters told of one text. */
export const MISSING_CHARACTERS_TOLD_MAX = 10;
export const TURNS_MAX = 100;
export const PAN_ZOOM_MAX = 10;
/** Hops of a bounce, swings of a shake. */
export const SWINGS_MAX = 100;

export const POINTS_MAX = 200;
/** Characters of SVG path data. */
export const PATH_LENGTH_MAX = 20_000;
/** Lines and curves that path data come to: what drawing them costs. */
export const PATH_COMMANDS_MAX = 10_000;
/** Numbers in path data and view boxes, relative ones added up: far beyond any drawing, near enough for exact arithmetic. */
export const PATH_COORDINATE_MAX = 1_000_000;
export const GRADIENT_STOPS_MAX = 20;
export const STROKE_DASHES_MAX = 16;

/** Width to height, as a number. */
export const ASPECT_RATIO_MAX = 1000;
/** Sources have fewer pixels on a side. */
export const CROP_PX_MAX = 99_999;
/** Beyond it a canvas blurs no more. */
export const BLUR_RADIUS_PX_MAX = 500;
/** Of brightness, contrast and saturation. */
export const COLOR_FACTOR_MAX = 10;
export const NAME_LENGTH_MAX = 100;
