/** A 9:16 story: a photo that fills the screen, then a clip, with a framed picture over them. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const verticalStory: Example = {
  id: 'vertical-story',
  title: 'Vertical story',
  description: '9:16 for phones: a photo, then a clip, a tilted picture over them',
  build: (origin) => ({
    output_format: 'mp4',
    width: 720,
    height: 1280,
    elements: [
      { id: 'lake', type: 'image', track: 1, duration: 2.5, source: sampleUrl(origin, 'lake.jpg') },
      { id: 'lanterns', type: 'video', track: 1, source: sampleUrl(origin, 'lanterns.mp4') },
      {
        id: 'postcard',
        type: 'image',
        track: 2,
        time: 4,
        duration: 4,
        x: '50%',
        y: '36%',
        x_anchor: '50%',
        y_anchor: '50%',
        width: '62%',
        rotation: -5,
        source: sampleUrl(origin, 'alps.jpg'),
      },
      { id: 'logo', type: 'image', track: 3, x: '50%', x_anchor: '50%', y: '88%', width: '36%', source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};
