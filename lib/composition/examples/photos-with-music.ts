/** Photos to music that repeats for as long as they last, rises at the beginning, steps back for a moment and fades at the end. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';

export const photosWithMusic: Example = {
  id: 'photos-with-music',
  title: 'Photos with music',
  description: 'Four photos to music that repeats, changes its volume and fades out',
  build: (origin) => ({
    output_format: 'mp4',
    width: 1280,
    height: 720,
    elements: [
      { id: 'lake', type: 'image', track: 1, duration: 5, source: sampleUrl(origin, 'lake.jpg') },
      { id: 'alps', type: 'image', track: 1, duration: 5, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'forest', type: 'image', track: 1, duration: 5, source: sampleUrl(origin, 'forest.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 5, source: sampleUrl(origin, 'dunes.jpg') },
      {
        id: 'music',
        type: 'audio',
        track: 2,
        loop: true,
        audio_fade_in: 0.5,
        audio_fade_out: 3,
        volume: [
          { time: 9, value: '100%' },
          { time: 10, value: '40%', easing: 'ease-in-out' },
          { time: 14, value: '40%' },
          { time: 15, value: '100%', easing: 'ease-in-out' },
        ],
        source: sampleUrl(origin, 'daybreak.m4a'),
      },
    ],
  }),
};
