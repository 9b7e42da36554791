/** Full HD with two overlays: long enough that the answer is a job to follow. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const clipWithOverlays: Example = {
  id: 'clip-with-overlays',
  title: 'Clip with overlays',
  description: 'Full HD with two pictures on top; you get a job and follow it',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1920,
    height: 1080,
    elements: [
      { id: 'harbour', type: 'video', track: 1, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'first', type: 'image', track: 2, x: '10%', y: '10%', width: '25%', source: sampleUrl(origin, 'dunes.jpg') },
      { id: 'second', type: 'image', track: 3, x: '70%', y: '70%', width: '20%', source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};
