/** Three photos after one another, with a small logo over all of them. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const slideshow: Example = {
  id: 'slideshow',
  title: 'Slideshow',
  description: 'Three photos after one another, a logo in the corner',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    elements: [
      { id: 'alps', type: 'image', track: 1, duration: 3, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 3, source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'forest', type: 'image', track: 1, duration: 3, source: sampleUrl(origin, 'forest.jpg') },
      { id: 'logo', type: 'image', track: 2, x: '3%', y: '4%', width: '17%', source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};
