/** The audio plan, in samples; and its filters as FFmpeg reads them. */
import { describe, expect, it } from 'vitest';
import { mediaKey } from '#lib/composition/sources';
import type { MediaFacts } from '#lib/composition/media-facts';
import type { Sound, Timeline } from '#lib/composition/timeline';
import { audioFacts, CLIP, SONG, soundFacts, soundOf, videoFacts } from '#tests/unit/composition/fixtures';
import type { AudioPlan, PlannedSound } from '#worker/render/audio-plan';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildAudioChains } from '#worker/render/layers/audio';
import { planAudio } from '#worker/render/plan-audio';
import { PlannedMedia } from '#worker/render/planned-media';

const timelineOf = (sounds: Sound[], durationSeconds = 10): Timeline => ({
  outputFormat: 'mp4', widthPx: 100, heightPx: 100, frameRate: { numerator: 10, denominator: 1 }, frameCount: durationSeconds * 10, durationSeconds,
  fillColor: '#000000', layers: [], sounds,
});

const song = (changes: Partial<Sound> = {}): Sound => soundOf({ elementId: 's', kind: 'audio', source: SONG, ...changes });

interface PlanOptions {
  clip?: MediaFacts;
  audio?: MediaFacts;
  durationSeconds?: number;
}

function planWith(sounds: Sound[], { clip = videoFacts(), audio = audioFacts(), durationSeconds }: PlanOptions = {}): { plan: AudioPlan; media: PlannedMedia } {
  const media = new PlannedMedia(new Map([[mediaKey('video', CLIP), clip], [mediaKey('audio', SONG), audio]]));
  return { plan: planAudio(timelineOf(sounds, durationSeconds), media), media };
}

function mixOf(sounds: Sound[], options?: PlanOptions): PlannedSound[] {
  const { plan } = planWith(sounds, options);
  if (plan.kind !== 'mix') throw new Error(`The sound is not mixed: ${plan.kind}`);
  return plan.sounds;
}

describe('a planned sound', () => {
  it('has its place and length in samples; neighbours meet at one sample, wherever between two they are cut', () => {
    const thirds = [0, 1, 2].map((n) => song({ startSeconds: n * 1.00001, durationSeconds: 1.00001, trimStartSeconds: n * 3 }));
    const [first, second, third] = mixOf(thirds);
    expect([first?.delaySamples, second?.delaySamples, third?.delaySamples]).toEqual([0, 48_000, 96_001]);
    expect(first!.delaySamples + first!.sampleCount).toBe(second!.delaySamples);
    expect(second!.delaySamples + second!.sampleCount).toBe(third!.delaySamples);
  });

  it('begins in the source at its trim: of a video from the first picture, of an audio from the first sample', () => {
    const clip = videoFacts({ startSeconds: 5, sound: soundFacts({ startSeconds: 5 }) });
    const audio = audioFacts({ startSeconds: 0.025 });
    expect(mixOf([soundOf({ trimStartSeconds: 2, durationSeconds: 3 }), song({ trimStartSeconds: 2, durationSeconds: 3 })], { clip, audio }).map(({ firstSampleSeconds }) => firstSampleSeconds)).toEqual([7, 2.025]);
  });

  it('is sought half a second early, and from the beginning not at all', () => {
    const { media } = planWith([song({ durationSeconds: 3 }), song({ trimStartSeconds: 4, durationSeconds: 3, volume: 0.5 })]);
    expect(media.inputs.map(({ mediaKey: key, demuxer, streamIndex, isSound, seekSeconds }) => [key, demuxer, streamIndex, isSound, seekSeconds])).toEqual([
      [mediaKey('audio', SONG), 'mp3', 0, true, null],
      [mediaKey('audio', SONG), 'mp3', 0, true, 3.5],
    ]);
  });

  it('is left out when nothing of it falls into the output, and so is the sound track', () => {
    expect(planWith([song({ startSeconds: 10, durationSeconds: 1 })]).plan).toEqual({ kind: 'none' });
    expect(planWith([]).plan).toEqual({ kind: 'none' });
  });
});

describe('the edges', () => {
  const fadesOf = (changes: Partial<Sound>) => mixOf([song(changes)])[0]!.fades.map(({ direction, startSample, sampleCount, curve }) => [direction, startSample, sampleCount, curve]);

  it.each<[string, Partial<Sound>, unknown[]]>([
    ['of all of a sound are its own', {}, []],
    ['cut in the midst are ramps of 3 ms', { trimStartSeconds: 2, durationSeconds: 3 }, [['in', 0, 144, 'linear'], ['out', 144_000 - 144, 144, 'linear']]],
    ['at its own beginning stay', { durationSeconds: 3 }, [['out', 144_000 - 144, 144, 'linear']]],
    ['at its own end stay', { trimStartSeconds: 7, durationSeconds: 3 }, [['in', 0, 144, 'linear']]],
    ['that fade need no ramp', { trimStartSeconds: 2, durationSeconds: 3, fadeInSeconds: 1, fadeOutSeconds: 0.5, fadeOutCurve: 'equal-power' }, [['in', 0, 48_000, 'linear'], ['out', 120_000, 24_000, 'equal-power']]],
    ['that fade for less than a ramp have the ramp', { trimStartSeconds: 2, durationSeconds: 3, fadeInSeconds: 0.001 }, [['in', 0, 144, 'linear'], ['out', 144_000 - 144, 144, 'linear']]],
    ['of less than a ramp are all ramp', { trimStartSeconds: 2, durationSeconds: 0.001 }, [['in', 0, 48, 'linear'], ['out', 0, 48, 'linear']]],
  ])('%s', (_name, changes, fades) => {
    expect(fadesOf(changes)).toEqual(fades);
  });

  it('within a sound that was split are none: it is one sound', () => {
    const halves = [song({ durationSeconds: 4, fadeInSeconds: 1 }), song({ elementId: 't', startSeconds: 4, trimStartSeconds: 4, durationSeconds: 6, fadeOutSeconds: 2 })];
    expect(mixOf(halves.toReversed())).toMatchObject([{ elementId: 's', sampleCount: 480_000, fades: [{ direction: 'in', sampleCount: 48_000 }, { direction: 'out', sampleCount: 96_000 }] }]);
  });

  it.each<[string, Partial<Sound>]>([
    ['a gap', { startSeconds: 4.001 }],
    ['a jump in the source', { trimStartSeconds: 4.001 }],
    ['another volume', { volume: 0.5 }],
    ['a fade', { fadeInSeconds: 1 }],
  ])('with %s between them are two sounds', (_name, changes) => {
    expect(mixOf([song({ durationSeconds: 4 }), song({ startSeconds: 4, trimStartSeconds: 4, durationSeconds: 5, ...changes })])).toHaveLength(2);
  });
});

describe('what repeats', () => {
  it('keeps the edges it has of itself', () => {
    expect(mixOf([song({ durationSeconds: 25, loopSeconds: 10 })], { durationSeconds: 30 })).toMatchObject([{ sampleCount: 1_200_000, piece: { sampleCount: 480_000, fades: [] }, fades: [{ direction: 'out', sampleCount: 144 }] }]);
  });

  it('has ramps at its cuts each time', () => {
    const [sound] = mixOf([song({ durationSeconds: 9, trimStartSeconds: 1, loopSeconds: 2 })]);
    expect(sound).toMatchObject({ piece: { sampleCount: 96_000, fades: [{ direction: 'in', startSample: 0 }, { direction: 'out', startSample: 96_000 - 144 }] }, fades: [{ direction: 'out' }] });
  });
});

describe('the only sound, AAC in an MP4', () => {
  const aac = audioFacts({ codec: 'aac', profile: 'LC', primingSeconds: 1024 / 44_100, sampleRateHz: 44_100 });
  const m4a: MediaFacts = { ...aac, demuxer: 'mov' };
  const kindOf = (changes: Partial<Sound> = {}, options: PlanOptions = {}): string => planWith([song(changes)], { audio: m4a, ...options }).plan.kind;

  it('is copied when nothing is done to it', () => {
    expect(planWith([song()], { audio: m4a }).plan).toEqual({ kind: 'copy', elementId: 's', inputIndex: 0 });
  });

  it('is copied when the output ends before it, and when a part of a frame is missing at the end', () => {
    expect(kindOf({ durationSeconds: 4 }, { durationSeconds: 4 })).toBe('copy');
    expect(kindOf({ durationSeconds: 9.95 })).toBe('copy');
    expect(kindOf({ durationSeconds: 9.85 })).toBe('mix');
  });

  it.each<Partial<Sound>>([
    { volume: 0.9 }, { envelope: [{ seconds: 0, gain: 1 }, { seconds: 1, gain: 0 }] }, { fadeInSeconds: 1 }, { fadeOutSeconds: 1 }, { startSeconds: 0.1 }, { trimStartSeconds: 0.1 }, { loopSeconds: 3 },
  ])('is mixed when it is changed: %j', (changes) => {
    expect(kindOf(changes)).toBe('mix');
  });

  it.each<[string, MediaFacts]>([
    ['another codec', audioFacts()],
    ['HE-AAC', { ...m4a, sound: { ...aac.sound, profile: 'HE-AAC' } }],
    ['5.1', { ...m4a, sound: { ...aac.sound, channels: 6 } }],
    ['a rare sample rate', { ...m4a, sound: { ...aac.sound, sampleRateHz: 22_050 } }],
    ['another container', { ...m4a, demuxer: 'matroska' }],
    ['an edit list that cuts off more than an encoder needs', { ...m4a, sound: { ...aac.sound, primingSeconds: 0.3 } }],
    ['a start of its own', { ...m4a, sound: { ...aac.sound, startSeconds: 0.5 } }],
  ])('is mixed when it is %s', (_name, audio) => {
    expect(kindOf({}, { audio })).toBe('mix');
  });

  it('is mixed with others', () => {
    expect(planWith([song(), soundOf()], { audio: m4a }).plan.kind).toBe('mix');
  });
});

it('the filters of a mix', () => {
  const { plan } = planWith([
    soundOf({ durationSeconds: 4, fadeOutSeconds: 1, fadeOutCurve: 'equal-power' }),
    song({ startSeconds: 1, durationSeconds: 9, trimStartSeconds: 2, loopSeconds: 1.5, volume: 0.4 }),
    song({ startSeconds: 2, durationSeconds: 8, trimStartSeconds: 2, volume: 1, envelope: [{ seconds: 0, gain: 1 }, { seconds: 1, gain: 0.25 }] }),
  ], { clip: videoFacts({ sound: soundFacts({ channels: 1 }) }) });
  if (plan.kind !== 'mix') throw new Error('not a mix');
  expect(stringifyGraph(buildAudioChains(plan, (index) => `${index}:a`, 'sound')).split(';\n')).toEqual([
    '[0:a]channelmap=map=0-FL|0-FR:channel_layout=stereo,asetpts=expr=round(PTS-(0.000000)/TB),aresample=sample_rate=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,' +
      'atrim=end_sample=192000,afade=type=out:start_sample=144000:nb_samples=48000:curve=qsin[sound0]',
    '[1:a]asetpts=expr=round(PTS-(2.000000)/TB),aresample=sample_rate=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,' +
      'apad=whole_len=72000,atrim=end_sample=72000,afade=type=in:start_sample=0:nb_samples=144:curve=tri,afade=type=out:start_sample=71856:nb_samples=144:curve=tri,aloop=loop=-1:size=72000,' +
      'atrim=end_sample=432000,afade=type=out:start_sample=431856:nb_samples=144:curve=tri,volume=volume=0.4,adelay=delays=48000S:all=1[sound1]',
    '[2:a]asetpts=expr=round(PTS-(2.000000)/TB),aresample=sample_rate=48000:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,atrim=end_sample=384000[sound2s]',
    "aevalsrc=exprs='if(lt(n,48000),if(lt(n,0),(1),(1)+(n-(0))*(-0.000015625)),(0.25))':sample_rate=48000,channelmap=map=0-FL|0-FR:channel_layout=stereo[sound2g]",
    '[sound2s][sound2g]amultiply,afade=type=in:start_sample=0:nb_samples=144:curve=tri,adelay=delays=96000S:all=1[sound2]',
    '[sound0][sound1][sound2]amix=inputs=3:normalize=0:dropout_transition=0,apad=whole_len=480000,atrim=end_sample=480000[sound]',
  ]);
});
