/** How long a look at a medium may take, for those who look, those who wait and the queue between them. */

/** To bring the medium here and read its facts: what a person who has just dropped a file waits for. */
export const LOOK_SECONDS = 20;
/** To draw and store what it looks like, after that; what is not done by then is left out. */
export const PREVIEW_SECONDS = 15;
/** The answer waits a little longer than both; a look that is not ended by then is lost with its worker, and the next asker starts another. */
export const PATIENCE_SECONDS = LOOK_SECONDS + PREVIEW_SECONDS + 5;

/** How long an answer holds: what is behind a URL may change, what was uploaded cannot, and what failed may have been mended. */
export const FRESH_URL_SECONDS = 600;
export const FRESH_UPLOAD_SECONDS = 86_400;
export const FRESH_FAILURE_SECONDS = 5;
