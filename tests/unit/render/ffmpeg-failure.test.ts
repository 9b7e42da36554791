/** FFmpeg's last words become the right error, of old and new versions. */
import { describe, expect, it } from 'vitest';
import { findFailure } from '#worker/render/ffmpeg-failure';
import type { PlannedInput } from '#worker/render/render-plan';

const input = (index: number, elementId: string): PlannedInput =>
  ({ index, elementIds: [elementId], mediaKey: `video ${elementId}`, demuxer: 'mov', decoder: null, streamIndex: 0, isSound: false, seekSeconds: null });
const plan = { inputs: [input(0, 'first'), input(1, 'second')] };
const inputPaths = ['/tmp/job/a.mp4', '/tmp/job/b.mp4'];
const find = (failure: string | null, ...stderr: string[]) => findFailure({ failure, stderr, inputPaths }, plan);

describe('findFailure', () => {
  it('a render that ended well has none, whatever FFmpeg grumbled', () => {
    expect(find(null)).toBeNull();
    expect(find(null, '[h264 @ 0x55] co located POCs unavailable', 'Error while decoding stream #1:0: Invalid data found when processing input')).toBeNull();
  });

  it.each([
    'Error while decoding stream #1:0: Invalid data found when processing input',
    '[vist#1:0/h264 @ 0x55] [dec:h264 @ 0x56] Error submitting packet to decoder: Invalid data found when processing input',
    '[in#1/mov,mp4,m4a,3gp,3g2,mj2 @ 0x55] Error during demuxing: Input/output error',
    '/tmp/job/b.mp4: Invalid data found when processing input',
  ])('names the element of the input in: %s', (line) => {
    expect(find('ffmpeg exited with code 1', line)).toMatchObject({ code: 'SOURCE_DAMAGED', details: { element_id: 'second' } });
  });

  it('a source that is cut off is damaged even when FFmpeg calls it a success', () => {
    expect(find(null, '[mov @ 0x55] stream 0, offset 0x2d394: partial file')).toMatchObject({ code: 'SOURCE_DAMAGED', details: {} });
  });

  it('a full disk is ours, and comes before everything else', () => {
    expect(find('ffmpeg exited with code 1', 'Error while decoding stream #1:0: x', 'av_interleaved_write_frame(): No space left on device')).toMatchObject({ code: 'DISK_FULL' });
  });

  it('anything else is a failed render, with the words as its cause alone', () => {
    const error = find('ffmpeg was killed with signal SIGKILL', 'some words of the inside');
    expect(error).toMatchObject({ code: 'RENDER_FAILED', details: {} });
    expect(error?.message).not.toContain('inside');
    expect(String(error?.cause)).toContain('some words of the inside');
  });
});
