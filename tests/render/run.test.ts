/** The run of FFmpeg: progress that can be trusted, an end at once when it is no longer wanted, and words for what went wrong. */
import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile, truncate, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMedia } from '#tests/support/make-media';
import { probe, readFrame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderComposition, renderPlanned, sourceOf } from '#tests/support/render-composition';
import { expectColour } from '#tests/support/expect-colour';
import { verifyOutput } from '#worker/render/verify-output';

const run = promisify(execFile);
let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => ({ directory, remove } = await makeRenderDirectory()));
afterAll(() => remove());

const element = (name: string, properties: object = {}) => ({ type: /png|jpg/.test(name) ? 'image' : 'video', source: sourceOf(name), ...properties });

/** Processes whose command line names this test's folder. */
async function findFfmpegPids(): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return commandLine.startsWith('/') && commandLine.includes('ffmpeg') && commandLine.includes(directory) ? [pid] : [];
    }),
  );
  return found.flat();
}

/** A render that takes much longer than a test. */
async function startEndless(signal: AbortSignal): Promise<{ ended: Promise<unknown>; pid: number }> {
  await makeMedia(directory, 'busy.mp4', { picture: 'testsrc', widthPx: 1280, heightPx: 720, seconds: 4 });
  const composition = { output_format: 'mp4', width: 3840, height: 2160, elements: Array.from({ length: 12 }, () => element('busy.mp4', { track: 1, muted: true })) };
  const ended = renderComposition(directory, 'endless', composition, { signal }).then(() => 'finished', (error: unknown) => error);
  for (let tries = 0; tries < 400; tries += 1) {
    const [pid] = await findFfmpegPids();
    if (pid !== undefined) return { ended, pid };
    await sleep(50);
  }
  throw new Error('FFmpeg did not start');
}

async function expectGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 20 && (await findFfmpegPids()).includes(pid); tries += 1) await sleep(50);
  expect(await findFfmpegPids()).not.toContain(pid);
}

describe('progress', () => {
  it('grows, never passes the number of frames, and ends there', async () => {
    await makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 640, heightPx: 360, seconds: 4 });
    const { frames, plan } = await renderComposition(directory, 'progress', { output_format: 'mp4', width: 1920, height: 1080, elements: [element('clip.mp4', { duration: 8 })] });
    expect(plan.frameCount).toBe(240);
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.every((count, index) => count > (frames[index - 1] ?? 0) && count <= 240)).toBe(true);
    expect(frames.at(-1)).toBe(240);
  });
});

describe('a render that is no longer wanted', () => {
  it('ends within a second, with the reason it was given, and leaves no process', async () => {
    const controller = new AbortController();
    const { ended, pid } = await startEndless(controller.signal);
    await sleep(500);
    const reason = new Error('cancelled by somebody');
    controller.abort(reason);
    expect(await Promise.race([ended, sleep(1000, 'too slow')])).toBe(reason);
    await expectGone(pid);
  });

  it('ends within a second even when it was stopped', async () => {
    const controller = new AbortController();
    const { ended, pid } = await startEndless(controller.signal);
    process.kill(pid, 'SIGSTOP');
    const reason = new Error('cancelled while stopped');
    controller.abort(reason);
    expect(await Promise.race([ended, sleep(1000, 'too slow')])).toBe(reason);
    await expectGone(pid);
  });

  it('does not start when the signal has been given before', async () => {
    await makeMedia(directory, 'dot.png', { picture: '#ff0000', widthPx: 8, heightPx: 8 });
    const planned = await planComposition(directory, { output_format: 'mp4', width: 64, height: 64, elements: [element('dot.png')] });
    const reason = new Error('too late');
    await expect(renderPlanned(directory, 'never', planned, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('what goes wrong', () => {
  it('in a source that is cut off after it was looked at, names the element and tells nothing of the inside', async () => {
    await makeMedia(directory, 'good.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 2 });
    const cut = await makeMedia(directory, 'cut.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 3 });
    const planned = await planComposition(directory, {
      output_format: 'mp4', width: 320, height: 180,
      elements: [element('good.mp4', { id: 'first', track: 1 }), element('cut.mp4', { id: 'second', track: 1 })],
    });
    await truncate(cut, Math.floor((await stat(cut)).size / 2));
    const error = await renderPlanned(directory, 'cut', planned).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'SOURCE_DAMAGED', details: { element_id: 'second' } });
    expect(String(error)).not.toMatch(/\/|mp4|stream/);
  });

  it('in a source that can no longer be opened is called so', async () => {
    const empty = await makeMedia(directory, 'gone.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 1 });
    const planned = await planComposition(directory, { output_format: 'mp4', width: 320, height: 180, elements: [element('gone.mp4', { id: 'only' })] });
    await truncate(empty, 100);
    await expect(renderPlanned(directory, 'gone', planned)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED' });
  });

  it('in the output is found: too few frames, no sound, no file', async () => {
    await makeMedia(directory, 'tone.mp4', { picture: '#204060', widthPx: 64, heightPx: 64, seconds: 1, sound: {} });
    const { path, plan } = await renderComposition(directory, 'tone', { output_format: 'mp4', width: 64, height: 64, elements: [element('tone.mp4')] });
    const signal = AbortSignal.timeout(30_000);
    const invalid = { code: 'RENDER_OUTPUT_INVALID' };
    await expect(verifyOutput(path, { ...plan, frameCount: 31 }, signal)).rejects.toMatchObject(invalid);
    await expect(verifyOutput(path, { ...plan, audio: { kind: 'none' } }, signal)).rejects.toMatchObject(invalid);
    await expect(verifyOutput(path, { ...plan, widthPx: 128 }, signal)).rejects.toMatchObject(invalid);
    await expect(verifyOutput(`${path}.missing`, plan, signal)).rejects.toMatchObject(invalid);
    await run('ffmpeg', ['-v', 'error', '-i', path, '-c', 'copy', '-movflags', '-faststart', '-y', `${path}.late.mp4`]);
    await expect(verifyOutput(`${path}.late.mp4`, plan, signal)).rejects.toMatchObject(invalid);
    await copyFile(path, `${path}.cut.mp4`);
    await truncate(`${path}.cut.mp4`, (await stat(path)).size - 1);
    await expect(verifyOutput(`${path}.cut.mp4`, plan, signal)).rejects.toMatchObject(invalid);
    expect(await verifyOutput(path, plan, signal)).toEqual({ sizeBytes: (await stat(path)).size, durationSeconds: 1, widthPx: 64, heightPx: 64 });
  });
});

describe('the output file', () => {
  it('is H.264 High in 4:2:0 with AAC, tagged bt709, its index at the front, a key frame every two seconds, and carries no words of its sources', async () => {
    await makeMedia(directory, 'words.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 5, sound: {} });
    await run('ffmpeg', ['-v', 'error', '-i', `${directory}/words.mp4`, '-c', 'copy', '-metadata', 'title=private words', '-y', `${directory}/titled.mp4`]);
    const { path } = await renderComposition(directory, 'file', { output_format: 'mp4', width: 320, height: 180, frame_rate: 25, elements: [element('titled.mp4')] });
    const { streams, format } = await probe(path);
    expect(streams[0]).toMatchObject({
      codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p', r_frame_rate: '25/1', avg_frame_rate: '25/1', nb_read_packets: '125', start_time: '0.000000',
      color_space: 'bt709', color_primaries: 'bt709', color_transfer: 'bt709', color_range: 'tv', sample_aspect_ratio: '1:1',
    });
    expect(streams[1]).toMatchObject({ codec_name: 'aac', channels: 2, sample_rate: '48000', duration: '5.000000' });
    expect(JSON.stringify(format)).not.toContain('private');
    const { stdout } = await run('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time,flags', '-of', 'csv=p=0', path]);
    const keyTimes = stdout.split('\n').filter((line) => line.includes('K')).map((line) => Number(line.split(',')[0]));
    expect(keyTimes.every((time, index) => time - (keyTimes[index - 1] ?? 0) <= 2)).toBe(true);
    expect(keyTimes).toContain(0);
  });

  it.each([50, 60])('of a still at %d frames a second has each of its frames once', async (frameRate) => {
    await makeMedia(directory, 'quad.png', { picture: 'quadrants', widthPx: 64, heightPx: 64 });
    const { path, plan } = await renderComposition(directory, `still-rate-${frameRate}`, { width: 64, height: 64, frame_rate: frameRate, elements: [element('quad.png', { duration: 2 })] });
    expect((await probe(path)).streams[0]).toMatchObject({ nb_read_packets: String(plan.frameCount) });
  });
});

describe('extremes', () => {
  it('sixty elements on sixty tracks are one render', async () => {
    await makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 2, sound: {} });
    await makeMedia(directory, 'quad.png', { picture: 'quadrants', widthPx: 64, heightPx: 64 });
    const elements = Array.from({ length: 60 }, (_, index) =>
      element(index % 3 === 0 ? 'clip.mp4' : 'quad.png', { track: index + 1, time: (index % 10) / 10, duration: 1, x: (index % 10) * 31, y: Math.floor(index / 10) * 29, width: 33, rotation: index % 7 === 0 ? 15 : 0 }),
    );
    const { plan, path } = await renderComposition(directory, 'sixty', { output_format: 'mp4', width: 320, height: 180, fill_color: '#204060', elements });
    expect(plan.inputs.filter(({ mediaKey }) => mediaKey.startsWith('image'))).toHaveLength(1);
    expectColour(await readFrame(path, 15), [315, 4], '#204060', 20);
  });

  it.each([[1, 1], [2, 2], [16, 2], [3, 4320], [7680, 3]])('a canvas of %i x %i is rendered', async (width, height) => {
    await makeMedia(directory, 'quad.png', { picture: 'quadrants', widthPx: 64, heightPx: 64 });
    await makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 2, sound: {} });
    const { path } = await renderComposition(directory, `tiny-${width}-${height}`, { output_format: 'mp4', width, height, elements: [element('quad.png', { duration: 0.5, track: 1 }), element('clip.mp4', { duration: 0.5, track: 1 })] });
    const frame = await readFrame(path, 20);
    expect([frame.widthPx, frame.heightPx]).toEqual([width + (width % 2), height + (height % 2)]);
  });

  it('the largest canvas is rendered', async () => {
    await makeMedia(directory, 'quad.png', { picture: 'quadrants', widthPx: 64, heightPx: 64 });
    await makeMedia(directory, 'clip.mp4', { picture: '#00aa55', widthPx: 320, heightPx: 180, seconds: 2 });
    const { path } = await renderComposition(directory, 'largest', {
      output_format: 'mp4', width: 7680, height: 4320, frame_rate: 10,
      elements: [element('clip.mp4', { duration: 0.3, track: 1 }), element('quad.png', { duration: 0.3, track: 2, time: 0, x: '50%', y: '50%', width: '25%' })],
    });
    const frame = await readFrame(path, 1);
    expectColour(frame, [100, 100], '#00aa55', 3);
    expectColour(frame, [3900, 2200], '#ff0000', 3);
  });

  it.each([1, 23.976, 60])('%f frames a second are kept', async (frameRate) => {
    await makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 2, sound: {} });
    const { path, plan } = await renderComposition(directory, `rate-${frameRate}`, { output_format: 'mp4', width: 64, height: 64, frame_rate: frameRate, elements: [element('clip.mp4')] });
    const { streams } = await probe(path);
    expect(streams[0]).toMatchObject({ r_frame_rate: `${plan.frameRate.numerator}/${plan.frameRate.denominator}`, nb_read_packets: String(plan.frameCount) });
  });
});
