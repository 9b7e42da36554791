/**
 * At time t of a source the last frame with a time stamp of at most t + this is shown. Containers round time stamps (Matroska to 1 ms, old
 * QuickTime to 1/600 s), and without the allowance a third of the frames of a WebM at 30 frames a second would be shown too late. Not a round
 * number, so that no frame of a usual rate, trimmed at whole milliseconds, stands right on the edge.
 */
export const TIME_STAMP_TOLERANCE_SECONDS = 0.00095;
