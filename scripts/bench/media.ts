/** What the benchmark renders: files made by FFmpeg once a run, detailed and a little noisy as camera pictures are. */
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '#scripts/project-root';

const run = promisify(execFile);

/** The words on pictures that a person would have made beforehand, and in drawtext. */
export const FONT_PATH = path.join(PROJECT_ROOT, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

const COLOURS = ['-color_range', 'tv', '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709'];
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p', ...COLOURS, '-c:a', 'aac'];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=220:sample_rate=48000'];

const clip = (size: string, seconds: number, start: number): string[] => [
  '-f', 'lavfi', '-i', `mandelbrot=size=${size}:rate=30:start_scale=${start}:end_pts=900,noise=alls=4:allf=t`, ...TONE, '-t', String(seconds), ...H264,
];
const photo = (start: number): string[] => ['-f', 'lavfi', '-i', `mandelbrot=size=2000x3000:start_scale=${start},noise=alls=8`, '-frames:v', '1', '-q:v', '3'];
const badge = (size: string, words: string): string[] => [
  '-f', 'lavfi', '-i', `color=0x2050c0@0.8:size=${size},format=rgba,drawtext=fontfile=${FONT_PATH}:text=${words}:fontsize=h/2:fontcolor=white:x=(w-tw)/2:y=(h-th)/2`, '-frames:v', '1',
];

/** Arguments that make each file. */
const RECIPES: Readonly<Record<string, readonly string[]>> = {
  'photo1.jpg': photo(3), 'photo2.jpg': photo(0.5), 'photo3.jpg': photo(0.05),
  'clip720.mp4': clip('1280x720', 20, 2), 'clip1080.mp4': clip('1920x1080', 20, 2),
  'plain1080.mp4': ['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=30', '-t', '12', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', ...COLOURS],
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`part${n}.mp4`, clip('1280x720', 13, 3 / n ** 2)])),
  'logo.png': badge('160x160', 'LOGO'), 'lower-third.png': badge('720x120', 'Lower\\ third'), 'overlay1.png': badge('400x240', 'One'), 'overlay2.png': badge('400x240', 'Two'),
  'music.m4a': ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000', '-t', '70', '-ac', '2', '-c:a', 'aac'],
};

/** Makes the named files in `directory`; one that is there already is taken as it is. */
export async function makeBenchMedia(directory: string, names: readonly string[], ffmpegPath: string): Promise<void> {
  for (const name of names) {
    const recipe = RECIPES[name];
    if (recipe === undefined) throw new Error(`There is no recipe for ${name}`);
    const madePath = path.join(directory, name);
    if (await access(madePath).then(() => true, () => false)) continue;
    await run(ffmpegPath, ['-v', 'error', '-nostdin', '-y', ...recipe, madePath]);
  }
}
