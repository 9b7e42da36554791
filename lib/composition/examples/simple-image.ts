/** The smallest composition: one photo. It is answered in one response on any machine. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const simpleImage: Example = {
  id: 'simple-image',
  title: 'One photo',
  description: 'The smallest composition, answered at once',
  build: (origin) => ({
    output_format: 'mp4',
    width: 480,
    height: 640,
    elements: [{ id: 'photo', type: 'image', source: sampleUrl(origin, 'forest.jpg') }],
  }),
};
