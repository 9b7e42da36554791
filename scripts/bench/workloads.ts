/** The benchmark's workloads: the kinds of composition people send most, and for each the commands that an engineer would write for it. */
import { FONT_PATH } from '#scripts/bench/media';
import { element, input, type CommandLine, type Workload } from '#scripts/bench/workload';

const HD = { widthPx: 1280, heightPx: 720 };
const FULL_HD = { widthPx: 1920, heightPx: 1080 };
const drawText = (words: string, options: string): string => `drawtext=fontfile=${FONT_PATH}:text=${words}:fontcolor=white:${options}`;
const TITLE = drawText('A\\ summer\\ by\\ the\\ sea', 'fontsize=56:x=(w-tw)/2:y=1000');
const noSound = (inputs: readonly string[], graph: string): CommandLine => ({ inputs, graph, sound: [] });
const sizeOf = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }) => ({ width: widthPx, height: heightPx });

const fillPortrait = 'scale=720:1280:force_original_aspect_ratio=increase:flags=bicubic,crop=720:1280,setsar=1';
const PHOTOS = ['photo1.jpg', 'photo2.jpg', 'photo3.jpg'];

const slideshow: Workload = {
  name: 'slideshow', title: '12 s slideshow 720x1280, 3 photos, 2 fades, title', media: PHOTOS, canvas: { widthPx: 720, heightPx: 1280 }, seconds: 12,
  composition: (source) => ({
    width: 720, height: 1280, duration: 12,
    elements: [
      ...PHOTOS.map((name, index) => element('image', { track: 1, source: source(name), duration: index === 1 ? 5 : 4.5, fit_mode: 'cover', ...(index === 0 ? {} : { transition: { type: 'fade', duration: 1, easing: 'linear' } }) })),
      element('text', { track: 2, time: 0, duration: 12, text: 'A summer by the sea', y: 1000, height: 80, font_size: 56, font_weight: 700, fill_color: '#ffffff' }),
    ],
  }),
  naive: noSound(
    PHOTOS.flatMap((name, index) => input(name, '-loop', '1', '-framerate', '30', '-t', index === 1 ? '5' : '4.5')),
    `${PHOTOS.map((_, n) => `[${n}]${fillPortrait},format=yuv420p[p${n}];`).join('')}[p0][p1]xfade=duration=1:offset=3.5[x];[x][p2]xfade=duration=1:offset=7.5,${TITLE}[v]`,
  ),
  folded: noSound(
    PHOTOS.flatMap((name) => input(name)),
    `${PHOTOS.map((_, n) => `[${n}]${fillPortrait},format=yuv420p,${TITLE},loop=loop=${(n === 1 ? 150 : 135) - 1}:size=1,settb=1/30,setpts=N,fps=30[p${n}];`).join('')}[p0][p1]xfade=duration=1:offset=3.5[x];[x][p2]xfade=duration=1:offset=7.5[v]`,
  ),
  melt: ['photo1.jpg', 'out=134', 'photo2.jpg', 'out=149', '-mix', '30', '-mixer', 'luma', 'photo3.jpg', 'out=134', '-mix', '30', '-mixer', 'luma', '-filter', 'dynamictext:A summer by the sea', 'size=56', 'weight=700', 'valign=bottom', 'halign=center', 'fgcolour=white', 'bgcolour=transparent'],
};

const logo = { x: 1080, y: 40, width: 160, height: 160 };
const lowerThird: Workload = {
  name: 'lower-third', title: '20 s video 720p, logo, lower third', media: ['clip720.mp4', 'logo.png', 'lower-third.png'], canvas: HD, seconds: 20,
  composition: (source) => ({
    ...sizeOf(HD), duration: 20,
    elements: [
      element('video', { track: 1, source: source('clip720.mp4'), duration: 20 }),
      element('image', { track: 2, time: 0, duration: 20, source: source('logo.png'), ...logo }),
      element('shape', { track: 3, time: 2, duration: 15, shape: 'rectangle', x: 80, y: 560, width: 720, height: 120, fill_color: '#2050c0cc' }),
      element('text', { track: 4, time: 2, duration: 15, text: 'Lower third', x: 80, y: 560, width: 720, height: 120, font_size: 60, font_weight: 700, fill_color: '#ffffff' }),
    ],
  }),
  naive: {
    inputs: [...input('clip720.mp4'), ...input('logo.png', '-loop', '1', '-t', '20')],
    graph: `[1]scale=160:160[l];[0][l]overlay=1080:40,drawbox=80:560:720:120:0x2050c0@0.8:fill:enable='between(t,2,17)',${drawText('Lower\\ third', "fontsize=60:x=80+(720-tw)/2:y=560+(120-th)/2:enable='between(t,2,17)'")}[v]`,
    sound: ['-map', '0:a'],
  },
  folded: {
    inputs: [...input('clip720.mp4'), ...input('logo.png'), ...input('lower-third.png')],
    graph: "[1]scale=160:160,format=yuva420p[l];[2]format=yuva420p[t];[0][l]overlay=1080:40[x];[x][t]overlay=80:560:enable='between(t,2,17)'[v]",
    sound: ['-map', '0:a', '-c:a', 'copy', '-t', '20'],
  },
  melt: ['clip720.mp4', 'out=599', '-track', 'logo.png', 'out=599', '-track', '-blank', '59', 'lower-third.png', 'out=449', '-transition', 'composite', 'a_track=0', 'b_track=1', 'geometry=1080/40:160x160', '-transition', 'composite', 'a_track=0', 'b_track=2', 'in=60', 'out=509', 'geometry=80/560:720x120'],
};

const overlays: Workload = {
  name: 'overlays', title: '20 s video 1080p, 2 image overlays', media: ['clip1080.mp4', 'overlay1.png', 'overlay2.png'], canvas: FULL_HD, seconds: 20,
  composition: (source) => ({
    ...sizeOf(FULL_HD), duration: 20,
    elements: [
      element('video', { track: 1, source: source('clip1080.mp4'), duration: 20 }),
      element('image', { track: 2, time: 0, duration: 20, source: source('overlay1.png'), x: '10%', y: '10%', width: '25%' }),
      element('image', { track: 3, time: 0, duration: 20, source: source('overlay2.png'), x: '70%', y: '70%', width: '20%' }),
    ],
  }),
  naive: {
    inputs: [...input('clip1080.mp4'), ...input('overlay1.png', '-loop', '1', '-t', '20'), ...input('overlay2.png', '-loop', '1', '-t', '20')],
    graph: '[1]scale=480:-1[l];[2]scale=384:-1[m];[0][l]overlay=192:108[x];[x][m]overlay=1344:756[v]',
    sound: ['-map', '0:a'],
  },
  folded: {
    inputs: [...input('clip1080.mp4'), ...input('overlay1.png'), ...input('overlay2.png')],
    graph: '[1]scale=480:-1,format=yuva420p[l];[2]scale=384:-1,format=yuva420p[m];[0][l]overlay=192:108[x];[x][m]overlay=1344:756[v]',
    sound: ['-map', '0:a', '-c:a', 'copy', '-t', '20'],
  },
  melt: ['clip1080.mp4', 'out=599', '-track', 'overlay1.png', 'out=599', '-track', 'overlay2.png', 'out=599', '-transition', 'composite', 'a_track=0', 'b_track=1', 'geometry=192/108:480x288', '-transition', 'composite', 'a_track=0', 'b_track=2', 'geometry=1344/756:384x230'],
};

const PARTS = [1, 2, 3, 4, 5].map((n) => `part${n}.mp4`);
const fades = `${PARTS.map((_, n) => `[${n}]trim=duration=12.8,setpts=PTS-STARTPTS[p${n}];`).join('')}[p0][p1]xfade=duration=1:offset=11.8[x1];[x1][p2]xfade=duration=1:offset=23.6[x2];[x2][p3]xfade=duration=1:offset=35.4[x3];[x3][p4]xfade=duration=1:offset=47.2[v]`;
const clips: Workload = {
  name: 'clips', title: '60 s, 5 clips 720p, 4 fades, music', media: [...PARTS, 'music.m4a'], canvas: HD, seconds: 60,
  composition: (source) => ({
    ...sizeOf(HD), duration: 60,
    elements: [
      ...PARTS.map((name, index) => element('video', { track: 1, source: source(name), muted: true, duration: 12.8, ...(index === 0 ? {} : { transition: { type: 'fade', duration: 1, easing: 'linear' } }) })),
      element('audio', { time: 0, duration: 60, source: source('music.m4a') }),
    ],
  }),
  naive: { inputs: [...PARTS, 'music.m4a'].flatMap((name) => input(name)), graph: fades, sound: ['-map', '5:a', '-t', '60'] },
  folded: { inputs: [...PARTS, 'music.m4a'].flatMap((name) => input(name)), graph: fades, sound: ['-map', '5:a', '-c:a', 'copy', '-t', '60'] },
  melt: [...PARTS.flatMap((name, index) => [name, 'out=383', ...(index === 0 ? [] : ['-mix', '30', '-mixer', 'luma'])]), '-audio-track', 'music.m4a', 'out=1799'],
};

const slide = drawText('A\\ title\\ on\\ its\\ way', 'fontsize=72:x=-600+t*180:y=320');
const movingTitle: Workload = {
  name: 'moving-title', title: '10 s video 720p, a title that slides over it', media: ['clip720.mp4'], canvas: HD, seconds: 10,
  composition: (source) => ({
    ...sizeOf(HD), duration: 10,
    elements: [
      element('video', { track: 1, source: source('clip720.mp4'), duration: 10 }),
      element('text', { track: 2, time: 0, duration: 10, text: 'A title on its way', y: 300, width: 800, height: 110, font_size: 72, font_weight: 700, fill_color: '#ffffff', x: [{ time: 0, value: -600 }, { time: 10, value: 1200 }] }),
    ],
  }),
  naive: { inputs: input('clip720.mp4'), graph: `[0]${slide}[v]`, sound: ['-map', '0:a', '-t', '10'] },
  folded: {
    inputs: input('clip720.mp4'),
    graph: `color=black@0:size=800x110,format=rgba,trim=end_frame=1,${drawText('A\\ title\\ on\\ its\\ way', 'fontsize=72:x=20:y=20')},format=yuva420p[t];[0][t]overlay=x=-600+t*180:y=300[v]`,
    sound: ['-map', '0:a', '-c:a', 'copy', '-t', '10'],
  },
  melt: null,
};

const drawn: Workload = {
  name: 'drawn', title: '6 s 720p of which every pixel moves: a photo that turns and grows, a blurred title', media: ['photo1.jpg'], canvas: HD, seconds: 6,
  composition: (source) => ({
    ...sizeOf(HD), duration: 6,
    elements: [
      element('image', { track: 1, source: source('photo1.jpg'), duration: 6, fit_mode: 'cover', rotation: [{ time: 0, value: 0 }, { time: 6, value: 20 }], x_scale: [{ time: 0, value: 1.2 }, { time: 6, value: 2 }], y_scale: [{ time: 0, value: 1.2 }, { time: 6, value: 2 }] }),
      element('text', { track: 2, time: 0, duration: 6, text: 'Drawn', font_size: 120, fill_color: '#ffffff', blur_radius: [{ time: 0, value: 20 }, { time: 6, value: 0 }] }),
    ],
  }),
  naive: noSound(input('photo1.jpg', '-loop', '1', '-framerate', '30', '-t', '6'), "[0]scale=1280:720:force_original_aspect_ratio=increase,crop=1280:720,zoompan=z='1.2+on/225':x=iw/2-iw/zoom/2:y=ih/2-ih/zoom/2:d=1:s=1280x720:fps=30,rotate='t*0.058',format=yuv420p[v]"),
  folded: noSound(input('photo1.jpg'), "[0]scale=1280:720:force_original_aspect_ratio=increase,crop=1280:720,zoompan=z='1.2+on/225':x=iw/2-iw/zoom/2:y=ih/2-ih/zoom/2:d=180:s=1280x720:fps=30,rotate='t*0.058',format=yuv420p[v]"),
  melt: null,
};

const FIFTY = Array.from({ length: 50 }, () => 'plain1080.mp4');
/** For memory: the longest output, of as many videos as are likely, each opened by itself. Its pictures are simple, so that it ends in minutes. */
const tenMinutes: Workload = {
  name: 'ten-minutes', title: '10 minutes of 1080p, 50 clips one after the other', media: ['plain1080.mp4'], canvas: FULL_HD, seconds: 600,
  composition: (source) => ({ ...sizeOf(FULL_HD), elements: FIFTY.map((name) => element('video', { track: 1, source: source(name), duration: 12, muted: true })) }),
  naive: noSound(FIFTY.flatMap((name) => input(name)), `${FIFTY.map((_, n) => `[${n}]`).join('')}concat=n=50[v]`),
  folded: null,
  melt: null,
};

export const WORKLOADS: readonly Workload[] = [slideshow, lowerThird, overlays, clips, movingTitle, drawn, tenMinutes];
