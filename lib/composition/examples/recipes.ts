/** Real-life videos, part one: what people put on a clip or make of photos. */
import { sampleUrl, type Example } from '#lib/composition/examples/example';
import type { Element } from '#lib/composition/schema/composition';

const verticalStory: Example = {
  id: 'vertical-story',
  title: 'Vertical story',
  description: '9:16 for phones: a photo, then a clip, a tilted picture over them',
  category: 'Recipes',
  build: (origin) => ({
    output_format: 'mp4',
    width: 270,
    height: 480,
    elements: [
      { id: 'lake', type: 'image', track: 1, duration: 2, source: sampleUrl(origin, 'lake.jpg') },
      { id: 'lanterns', type: 'video', track: 1, trim_duration: 4, source: sampleUrl(origin, 'lanterns.mp4') },
      {
        id: 'postcard',
        type: 'image',
        track: 2,
        time: 3,
        duration: 2.5,
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

const lowerThird: Example = {
  id: 'lower-third',
  title: 'Lower third',
  description: 'Name and office of whoever speaks: a bar is wiped in, the words slide after it, and all leave again',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 4, muted: true, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'bar', type: 'shape', shape: 'rectangle', track: 2, time: 0.4, duration: 3.2, x: 36, y: 256, width: 330, height: 72, fill_color: '#ffffff', animations: [{ type: 'wipe', direction: 'right', easing: 'cubic-out' }, { type: 'wipe', direction: 'right', time: 'end', easing: 'cubic-in' }] },
      { id: 'accent', type: 'shape', shape: 'rectangle', track: 3, time: 0.3, duration: 3.4, x: 28, y: 256, width: 8, height: 72, fill_color: '#e11d48', animations: [{ type: 'wipe', direction: 'down', duration: 0.3 }, { type: 'wipe', direction: 'down', time: 'end', duration: 0.3 }] },
      { id: 'name', type: 'text', track: 4, time: 0.7, duration: 2.7, x: 54, y: 264, width: 300, x_alignment: '0%', text: 'Marta Lindqvist', font_family: 'Montserrat', font_weight: 700, font_size: 26, fill_color: '#111827', animations: [{ type: 'fade', duration: 0.4 }, { type: 'slide', direction: 'right', distance: 20, duration: 0.4 }, { type: 'fade', time: 'end', duration: 0.3 }] },
      { id: 'office', type: 'text', track: 5, time: 0.85, duration: 2.55, x: 54, y: 298, width: 300, x_alignment: '0%', text: 'Harbour pilot, Gothenburg', font_family: 'Montserrat', font_size: 16, fill_color: '#4b5563', animations: [{ type: 'fade', duration: 0.4 }, { type: 'slide', direction: 'right', distance: 20, duration: 0.4 }, { type: 'fade', time: 'end', duration: 0.3 }] },
    ],
  }),
};

const travelFilm: Example = {
  id: 'travel-film',
  title: 'Travel film',
  description: 'Photos that move and cross, a title for each, music that fades at the end',
  category: 'Recipes',
  build: (origin) => ({
    width: 480,
    height: 270,
    elements: [
      { id: 'alps', type: 'image', track: 1, duration: 2, animations: [{ type: 'pan', end_zoom: 1.25 }], source: sampleUrl(origin, 'alps.jpg') },
      { id: 'lake', type: 'image', track: 1, duration: 2, transition: { type: 'push', direction: 'left', duration: 0.6 }, animations: [{ type: 'pan', start_zoom: 1.25, end_zoom: 1 }], source: sampleUrl(origin, 'lake.jpg') },
      { id: 'dunes', type: 'image', track: 1, duration: 2, transition: { type: 'push', direction: 'left', duration: 0.6 }, animations: [{ type: 'pan', start_x: 0, end_x: 1, start_zoom: 1.2 }], source: sampleUrl(origin, 'dunes.jpg') },
      ...['Day 1: the pass', 'Day 3: the lake', 'Day 8: the sand'].map((title, index): Element => ({
        id: `day-${index + 1}`,
        type: 'text',
        track: 2,
        time: 0.6 + 1.4 * index,
        duration: 1,
        x: '6%',
        y: '78%',
        width: '88%',
        x_alignment: '0%',
        text: title,
        font_family: 'Caveat',
        font_weight: 700,
        font_size: '13vmin',
        shadow_color: '#000000b3',
        shadow_blur: 10,
        animations: [{ type: 'wipe', duration: 0.4 }, { type: 'fade', time: 'end', duration: 0.2 }],
      })),
      { id: 'music', type: 'audio', track: 3, duration: 4.8, audio_fade_out: 1.5, source: sampleUrl(origin, 'daybreak.m4a') },
    ],
  }),
};

const WORDS = [
  { words: 'The light', time: 0.3, duration: 0.8 },
  { words: 'comes slowly', time: 1.1, duration: 1 },
  { words: 'over the ridge', time: 2.1, duration: 0.8 },
  { words: 'and then all at once.', time: 2.9, duration: 1 },
] as const;

const captions: Example = {
  id: 'captions',
  title: 'Captions',
  description: 'What is said, phrase by phrase, in lines with a background that can be read on anything',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 4, muted: true, source: sampleUrl(origin, 'ridge.mp4') },
      ...WORDS.map(({ words, time, duration }, index): Element => ({
        id: `phrase-${index + 1}`,
        type: 'text',
        track: 2,
        time,
        duration,
        y: '84%',
        y_anchor: '50%',
        width: '86%',
        text: words,
        font_weight: 700,
        font_size: 30,
        background_color: '#000000b3',
        background_border_radius: '20%',
        animations: [{ type: 'scale', scale: 0.9, duration: 0.15 }],
      })),
    ],
  }),
};

const newsTicker: Example = {
  id: 'news-ticker',
  title: 'News ticker',
  description: 'A line of words that runs along the bottom, beside a mark that glows and fades',
  category: 'Recipes',
  build: (origin) => ({
    width: 640,
    height: 360,
    elements: [
      { id: 'clip', type: 'video', track: 1, trim_duration: 3, muted: true, source: sampleUrl(origin, 'harbour.mp4') },
      { id: 'strip', type: 'shape', shape: 'rectangle', track: 2, x: 0, y: 312, width: '100%', height: 48, fill_color: '#0f172aeb' },
      { id: 'news', type: 'text', track: 3, x: [{ time: 0, value: 150 }, { time: 'end', value: -90 }], y: 312, width: 1400, height: 48, x_alignment: '0%', text_wrap: false, text: 'Ferry runs again every twenty minutes  ·  Clear skies until Friday  ·  Night market opens at eight', font_size: 20 },
      { id: 'plate', type: 'shape', shape: 'rectangle', track: 4, x: 0, y: 312, width: 112, height: 48, fill_color: '#dc2626' },
      { id: 'live', type: 'text', track: 5, x: 22, y: 312, width: 90, height: 48, text: 'LIVE', font_family: 'Oswald', font_weight: 600, font_size: 24, letter_spacing: 2 },
      { id: 'dot', type: 'shape', shape: 'ellipse', track: 6, x: 14, y: 330, width: 12, height: 12, fill_color: '#ffffff', opacity: [0, 1, 2, 3].map((time) => ({ time, value: time % 2 === 0 ? 1 : 0.1, easing: 'sine-in-out' })) },
    ],
  }),
};

const podcast: Example = {
  id: 'podcast-clip',
  title: 'Podcast clip',
  description: 'A square for the feed: the portrait of the host, a title, and bars that move with the sound',
  category: 'Recipes',
  build: (origin) => ({
    width: 480,
    height: 480,
    duration: 3.5,
    fill_color: '#12343b',
    elements: [
      { id: 'ring', type: 'shape', shape: 'ellipse', x: 150, y: 50, width: 180, height: 180, stroke_color: '#f5c96a', stroke_width: 4, stroke_dash: [2, 10], stroke_cap: 'round', rotation: [{ time: 0, value: 0 }, { time: 'end', value: 90 }] },
      { id: 'portrait', type: 'image', x: 164, y: 64, width: 152, height: 152, border_radius: '50%', source: sampleUrl(origin, 'portrait.svg') },
      { id: 'title', type: 'text', x: 70, y: 250, width: 340, text: 'Why we get up before the sun', font_family: 'Playfair Display', font_weight: 700, font_size: 32, line_height: 1.15, fill_color: '#fdf6e3' },
      { id: 'episode', type: 'text', x: 40, y: 340, width: 400, text: 'Early birds, episode 42', font_size: 18, fill_color: '#f5c96a' },
      ...Array.from({ length: 21 }, (_, index): Element => ({
        id: `bar-${index + 1}`,
        type: 'shape',
        shape: 'rectangle',
        x: 96 + 14 * index,
        y: 420,
        y_anchor: '50%',
        width: 7,
        border_radius: 3,
        fill_color: '#e9673f',
        // Up on every note of the music, two a second; every bar to another height.
        height: Array.from({ length: 7 }, (__, note) => [
          { time: note / 2, value: 10 + ((7 * index + 11 * note) % 17) + (index % 3) * ((note + 1) % 4) * 4 },
          { time: note / 2 + 0.4, value: 8, easing: 'quad-out' },
        ]).flat(),
      })),
      { id: 'sound', type: 'audio', duration: 3.5, audio_fade_out: 0.5, source: sampleUrl(origin, 'daybreak.m4a') },
    ],
  }),
};

export const recipes: readonly Example[] = [verticalStory, lowerThird, travelFilm, captions, newsTicker, podcast];
