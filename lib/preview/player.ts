/**
 * Plays a timeline on a canvas: the audio clock leads, each frame of the screen shows the frame of that moment, and frames that come too late are
 * left out. Its state is kept outside of any framework: `subscribe` and `getState`.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { toSamples } from '#lib/composition/sound/place-sound';
import { OUTPUT_SAMPLE_RATE_HZ } from '#lib/composition/sound/placed-sound';
import type { Timeline } from '#lib/composition/timeline';
import { FramePainter, type PaintRequest } from '#lib/preview/frame-painter';
import { IDLE_STATE, type FrameRange, type PlayerState } from '#lib/preview/player-state';
import { PreviewResources } from '#lib/preview/preview-resources';
import { SoundMixer } from '#lib/preview/sound/sound-mixer';
import { SoundPlayback } from '#lib/preview/sound/sound-playback';

/** For the browser to get the first block to the loudspeaker. */
const START_DELAY_SECONDS = 0.04;

interface Scene {
  timeline: Timeline;
  facts: MediaFactsBySource;
  mixer: SoundMixer;
}

/** A run of the clock: frame `fromFrame` stands at `contextSeconds`. */
interface Run {
  contextSeconds: number;
  fromFrame: number;
  playback: SoundPlayback | null;
}

export class Player {
  readonly #resources = new PreviewResources();
  readonly #painter: FramePainter;
  readonly #listeners = new Set<() => void>();
  #state = IDLE_STATE;
  #scene: Scene | null = null;
  #context: AudioContext | null = null;
  #loudspeaker: GainNode | null = null;
  #run: Run | null = null;
  /** Counts what makes a start that is still on its way obsolete. */
  #starts = 0;
  /** The frame that is being painted for the first of two times. */
  #settling: PaintRequest | null = null;

  constructor(canvas: HTMLCanvasElement) {
    this.#painter = new FramePainter(canvas, this.#resources, (problem) => this.#set({ problem, isLoading: this.#state.isPlaying ? this.#run === null : this.#settling !== null, failures: this.#listFailures() }));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changes. */
  readonly getState = (): PlayerState => this.#state;

  /** Takes another timeline at the same place; goes on playing if it was. */
  load(timeline: Timeline, facts: MediaFactsBySource): void {
    void this.#scene?.mixer.close();
    this.#resources.useFacts(facts);
    this.#scene = { timeline, facts, mixer: new SoundMixer(timeline, facts, this.#resources.inputs) };
    const { frameCount } = timeline;
    const range = this.#state.range === null || this.#state.range.endFrame > frameCount ? null : this.#state.range;
    this.#set({ frameCount, range });
    this.seek(Math.min(this.#state.frame, frameCount - 1));
    // Last: who is told of it is not to take what is still on the canvas for it.
    this.#set({ timeline });
  }

  /** From the playhead on; from the start of the range when it is at its end. */
  play(): void {
    if (this.#scene === null || this.#state.isPlaying) return;
    const { startFrame, endFrame } = this.#range();
    const { frame, rate } = this.#state;
    const isOver = frame < startFrame || (rate > 0 ? frame >= endFrame - 1 : frame <= startFrame);
    void this.#start(isOver ? (rate > 0 ? startFrame : endFrame - 1) : frame);
  }

  pause(): void {
    this.#rest(this.#state.frame);
  }

  /** Moves the playhead; many calls at once paint the last of them alone. Goes on playing if it was. */
  seek(frame: number): void {
    if (this.#scene === null) return;
    const place = Math.min(Math.max(0, Math.round(frame)), this.#scene.timeline.frameCount - 1);
    if (this.#state.isPlaying) void this.#start(place);
    else void this.#paint(place);
  }

  setRate(rate: number): void {
    this.#change({ rate });
  }

  setLooping(isLooping: boolean): void {
    this.#change({ isLooping });
  }

  /** From 0 to 1; goes on playing. */
  setVolume(volume: number): void {
    this.#set({ volume });
    if (this.#loudspeaker !== null) this.#loudspeaker.gain.value = volume;
  }

  setRange(range: FrameRange | null): void {
    this.#change({ range });
  }

  /** Lets go of everything; the player is of no use afterwards. */
  async close(): Promise<void> {
    this.#halt();
    this.#listeners.clear();
    await this.#painter.close();
    await this.#scene?.mixer.close();
    await this.#resources.close();
    if (this.#context?.state !== 'closed') await this.#context?.close();
  }

  #change(change: Partial<PlayerState>): void {
    this.#set(change);
    if (this.#state.isPlaying) void this.#start(this.#state.frame);
  }

  async #start(frame: number): Promise<void> {
    const start = this.#halt();
    this.#set({ isPlaying: true, isLoading: true });
    const painted = this.#paint(frame);
    const context = this.#openContext();
    try {
      const [playback] = await Promise.all([this.#preparePlayback(context, frame), context.resume(), painted]);
      if (start !== this.#starts) return;
      const contextSeconds = context.currentTime + START_DELAY_SECONDS;
      playback?.begin(contextSeconds);
      this.#run = { contextSeconds, fromFrame: frame, playback };
    } catch {
      // A context that was closed, by this player or by the browser, does not start: the next start opens another.
      if (start === this.#starts) this.pause();
      return;
    }
    this.#set({ isLoading: false });
    this.#tick(start);
  }

  #openContext(): AudioContext {
    if (this.#context === null || this.#context.state === 'closed') {
      this.#context = new AudioContext({ sampleRate: OUTPUT_SAMPLE_RATE_HZ });
      this.#loudspeaker = null;
    }
    return this.#context;
  }

  /** Stops the clock and the sound. */
  #halt(): number {
    this.#run?.playback?.stop();
    this.#run = null;
    this.#starts += 1;
    return this.#starts;
  }

  async #preparePlayback(context: AudioContext, frame: number): Promise<SoundPlayback | null> {
    const { rate, isLooping } = this.#state;
    if (this.#scene === null || rate <= 0) return null;
    const { frameRate } = this.#scene.timeline;
    const { startFrame, endFrame } = this.#range();
    const toSample = (place: number): number => toSamples(frameToSeconds(place, frameRate));
    return SoundPlayback.prepare({ context, output: this.#openLoudspeaker(context), mixer: this.#scene.mixer, fromSample: toSample(frame), rate, range: { startSample: toSample(startFrame), endSample: toSample(endFrame) }, isLooping });
  }

  #openLoudspeaker(context: AudioContext): AudioNode {
    if (this.#loudspeaker === null) {
      this.#loudspeaker = new GainNode(context, { gain: this.#state.volume });
      this.#loudspeaker.connect(context.destination);
    }
    return this.#loudspeaker;
  }

  /** Once for each frame of the screen: paints what the clock says unless the last painting is still going on. */
  #tick(start: number): void {
    if (start !== this.#starts || this.#run === null || this.#context === null || this.#scene === null) return;
    const { numerator, denominator } = this.#scene.timeline.frameRate;
    const { rate, isLooping } = this.#state;
    // What is heard now left the clock a moment ago.
    const heardSeconds = Math.max(0, this.#context.currentTime - this.#context.outputLatency - this.#run.contextSeconds);
    const frame = this.#run.fromFrame + Math.floor((heardSeconds * rate * numerator) / denominator + 1e-6);
    const { startFrame, endFrame } = this.#range();
    const length = endFrame - startFrame;
    if (!isLooping && (frame >= endFrame || frame < startFrame)) {
      return this.#rest(frame >= endFrame ? endFrame - 1 : startFrame);
    }
    const place = frame >= startFrame && frame < endFrame ? frame : startFrame + ((((frame - startFrame) % length) + length) % length);
    if (place !== this.#state.frame) {
      this.#set({ frame: place });
      const request = { ...this.#scene, frame: place };
      if (!this.#painter.shows(request)) void this.#painter.paint(request);
    }
    requestAnimationFrame(() => this.#tick(start));
  }

  /** Stops playing, at a frame. */
  #rest(frame: number): void {
    const { isPlaying } = this.#state;
    this.#halt();
    this.#set({ isPlaying: false, isLoading: this.#painter.isBusy });
    if (isPlaying && this.#scene !== null) void this.#settle({ ...this.#scene, frame });
  }

  /** At rest the frame is exact, whatever played it: a source that is asked for the next frame may play along, one that is asked for the same again does not. */
  async #settle(request: PaintRequest): Promise<void> {
    this.#settling = request;
    this.#set({ frame: request.frame, isLoading: true });
    await this.#painter.paint(request);
    if (this.#settling !== request) return;
    this.#settling = null;
    await this.#painter.paint(request);
  }

  async #paint(frame: number): Promise<void> {
    this.#settling = null;
    if (this.#scene === null) return;
    const request = { ...this.#scene, frame };
    if (this.#painter.shows(request)) return this.#set({ frame });
    this.#set({ frame, isLoading: true });
    await this.#painter.paint(request);
  }

  #range(): FrameRange {
    return this.#state.range ?? { startFrame: 0, endFrame: this.#state.frameCount };
  }

  #listFailures(): ReadonlyMap<string, string> {
    const failures = new Map([...(this.#scene?.mixer.failures ?? []), ...this.#resources.failures]);
    const { failures: known } = this.#state;
    const isSame = known.size === failures.size && [...failures].every(([key, reason]) => known.get(key) === reason);
    return isSame ? known : failures;
  }

  #set(change: Partial<PlayerState>): void {
    const isSame = (Object.keys(change) as Array<keyof PlayerState>).every((key) => this.#state[key] === change[key]);
    if (isSame) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
