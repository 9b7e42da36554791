/** The examples in the order of the menu; the first is what a new visitor sees. */
import { clipWithOverlays } from '#lib/composition/examples/clip-with-overlays';
import type { Example } from '#lib/composition/examples/example';
import { photosWithMusic } from '#lib/composition/examples/photos-with-music';
import { pictureInPicture } from '#lib/composition/examples/picture-in-picture';
import { shapes } from '#lib/composition/examples/shapes';
import { simpleImage } from '#lib/composition/examples/simple-image';
import { slideshow } from '#lib/composition/examples/slideshow';
import { trimsAndSound } from '#lib/composition/examples/trims-and-sound';
import { verticalStory } from '#lib/composition/examples/vertical-story';

export const FIRST_EXAMPLE: Example = slideshow;

export const EXAMPLES: readonly Example[] = [slideshow, pictureInPicture, verticalStory, trimsAndSound, photosWithMusic, shapes, simpleImage, clipWithOverlays];
