/** Parts of clips cut together, with the sound of another clip mixed under them. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const trimsAndSound: Example = {
  id: 'trims-and-sound',
  title: 'Trims and mixed sound',
  description: 'Parts of two clips cut together over the quiet sound of a third',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    frame_rate: 30,
    duration: 9,
    fill_color: '#0d1536',
    elements: [
      { id: 'ridge', type: 'video', track: 1, trim_start: 1, trim_duration: 3, volume: 0.9, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'harbour', type: 'video', track: 1, trim_start: 2, trim_duration: 3, muted: true, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'ridge-again', type: 'video', track: 1, trim_start: 5, trim_duration: 3, volume: '60%', source: sampleUrl(origin, 'ridge.mp4') },
      {
        id: 'lanterns',
        type: 'video',
        track: 2,
        time: 2,
        volume: '35%',
        x: '70%',
        y: '8%',
        height: '84%',
        source: sampleUrl(origin, 'lanterns.mp4'),
      },
    ],
  }),
};
