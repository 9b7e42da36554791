/** A clip with a second one in its corner, and a logo. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const pictureInPicture: Example = {
  id: 'picture-in-picture',
  title: 'Picture in picture',
  description: 'A clip, a second one in its corner from 1 s to 7 s, a logo on top',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    elements: [
      { id: 'harbour', type: 'video', track: 1, source: sampleUrl(origin, 'harbour.mp4') },
      {
        id: 'inset',
        type: 'video',
        track: 2,
        time: 1,
        trim_duration: 6,
        muted: true,
        x: '97%',
        y: '95%',
        x_anchor: '100%',
        y_anchor: '100%',
        width: '30%',
        source: sampleUrl(origin, 'ridge.mp4'),
      },
      { id: 'logo', type: 'image', track: 3, x: '3%', y: '4%', width: '17%', opacity: 0.9, source: sampleUrl(origin, 'logo.png') },
    ],
  }),
};
