/** What is heard: clips cut and mixed, music that repeats and fades, files of five formats, volume that moves. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const trimsAndSound: Example = {
  id: 'trims-and-sound',
  title: 'Trims and mixed sound',
  description: 'Parts of two clips cut together over the quiet sound of a third',
  category: 'Sound',
  build: (origin) => ({
    output_format: 'mp4',
    width: 480,
    height: 270,
    frame_rate: 30,
    duration: 4.5,
    fill_color: '#0d1536',
    elements: [
      { id: 'ridge', type: 'video', track: 1, trim_start: 1, trim_duration: 1.5, volume: 0.9, source: sampleUrl(origin, 'ridge.mp4') },
      { id: 'harbour', type: 'video', track: 1, trim_start: 2, trim_duration: 1.5, muted: true, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'ridge-again', type: 'video', track: 1, trim_start: 5, trim_duration: 1.5, volume: '60%', source: sampleUrl(origin, 'ridge.mp4') },
      {
        id: 'lanterns',
        type: 'video',
        track: 2,
        time: 1,
        trim_duration: 2.5,
        volume: '35%',
        x: '70%',
        y: '8%',
        height: '84%',
        source: sampleUrl(origin, 'lanterns.mp4'),
      },
    ],
  }),
};

const photosWithMusic: Example = {
  id: 'photos-with-music',
  title: 'Photos with music',
  description: 'Four photos to music that repeats, changes its volume and fades out',
  category: 'Sound',
  build: (origin) => ({
    output_format: 'mp4',
    width: 480,
    height: 270,
    elements: [
      { id: 'lake', type: 'image', track: 1, duration: 1.5, source: sampleUrl(origin, 'lake.jpg') },
      { id: 'alps', type: 'image', track: 1, duration: 1.5, source: sampleUrl(origin, 'alps.jpg') },
      { id: 'forest', type: 'image', track: 1, duration: 1.5, source: sampleUrl(origin, 'forest.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 1.5, source: sampleUrl(origin, 'dunes.jpg') },
      {
        id: 'music',
        type: 'audio',
        track: 2,
        loop: true,
        audio_fade_in: 0.5,
        audio_fade_out: 1.5,
        volume: [
          { time: 2.5, value: '100%' },
          { time: 3, value: '40%', easing: 'ease-in-out' },
          { time: 4, value: '40%' },
          { time: 4.5, value: '100%', easing: 'ease-in-out' },
        ],
        source: sampleUrl(origin, 'daybreak.m4a'),
      },
    ],
  }),
};

const FORMATS = [
  { file: 'click.wav', time: 0.3, color: '#f94144' },
  { file: 'bell.ogg', time: 1, color: '#f9844a' },
  { file: 'whoosh.mp3', time: 2.2, color: '#f9c74f' },
  { file: 'chime.flac', time: 2.8, color: '#43aa8b' },
  { file: 'daybreak.m4a', time: 3.6, color: '#577590' },
] as const;

const soundFormats: Example = {
  id: 'sound-formats',
  title: 'Five formats of sound',
  description: 'WAV, Ogg, MP3, FLAC and M4A, each with a ring when it is heard',
  category: 'Sound',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 5,
    fill_color: '#14213d',
    elements: FORMATS.flatMap(({ file, time, color }, index): Element[] => [
      { id: file, type: 'audio', time, source: sampleUrl(origin, file) },
      { id: `${file}-dot`, type: 'shape', shape: 'ellipse', x: 72 + 124 * index, y: 160, x_anchor: '50%', y_anchor: '50%', width: 56, height: 56, fill_color: color },
      {
        id: `${file}-ring`,
        type: 'shape',
        shape: 'ellipse',
        time,
        duration: 0.9,
        x: 72 + 124 * index,
        y: 160,
        x_anchor: '50%',
        y_anchor: '50%',
        width: 60,
        height: 60,
        stroke_color: color,
        stroke_width: 4,
        x_scale: [{ time: 0, value: 1 }, { time: 'end', value: 2.1, easing: 'ease-out' }],
        y_scale: [{ time: 0, value: 1 }, { time: 'end', value: 2.1, easing: 'ease-out' }],
        animations: [{ type: 'fade', time: 'end', duration: 0.9 }],
      },
      { id: `${file}-words`, type: 'text', x: 72 + 124 * index, y: 250, x_anchor: '50%', width: 120, text: file, font_family: 'JetBrains Mono', font_size: 15, fill_color: color },
    ]),
  }),
};

const steppingBack: Example = {
  id: 'music-steps-back',
  title: 'Music that steps back',
  description: 'The music becomes quiet before the chime and comes back after it; the meter shows its volume',
  category: 'Sound',
  build: (origin) => ({
    width: 640,
    height: 360,
    duration: 5,
    fill_color: '#240046',
    elements: [
      { id: 'music', type: 'audio', audio_fade_in: 0.5, audio_fade_out: 0.8, volume: [{ time: 1.6, value: 1 }, { time: 2, value: 0.15, easing: 'ease-in-out' }, { time: 3.6, value: 0.15 }, { time: 4, value: 1, easing: 'ease-in-out' }], source: sampleUrl(origin, 'daybreak.m4a') },
      { id: 'chime', type: 'audio', time: 2.1, volume: '140%', source: sampleUrl(origin, 'chime.flac') },
      { id: 'tube', type: 'shape', shape: 'rectangle', x: 60, y: 150, width: 520, height: 60, border_radius: 30, fill_color: '#3c096c' },
      { id: 'meter', type: 'shape', shape: 'rectangle', x: 60, y: 150, height: 60, border_radius: 30, width: [{ time: 0, value: 60 }, { time: 0.5, value: 520, easing: 'ease-out' }, { time: 1.6, value: 520 }, { time: 2, value: 100, easing: 'ease-in-out' }, { time: 3.6, value: 100 }, { time: 4, value: 520, easing: 'ease-in-out' }, { time: 4.2, value: 520 }, { time: 5, value: 60 }], fill_color: '#ff9e00' },
      { id: 'chime-sign', type: 'text', time: 2.1, duration: 1.6, y: 240, text: '🔔', font_size: 56, animations: [{ type: 'shake', duration: 0.8 }, { type: 'fade', time: 'end' }] },
    ],
  }),
};

const otherSound: Example = {
  id: 'another-sound',
  title: 'A clip with another sound',
  description: 'The sound of the clip is muted; instead a part of the music begins in its middle and fades in and out',
  category: 'Sound',
  build: (origin) => ({
    width: 270,
    height: 480,
    elements: [
      { id: 'lanterns', type: 'video', track: 1, trim_duration: 3, muted: true, source: sampleUrl(origin, 'lanterns.mp4') },
      { id: 'music', type: 'audio', track: 2, trim_start: 8, trim_duration: 3, audio_fade_in: 0.5, audio_fade_out: 1, source: sampleUrl(origin, 'daybreak.m4a') },
    ],
  }),
};

export const sound: readonly Example[] = [trimsAndSound, photosWithMusic, soundFormats, steppingBack, otherSound];
