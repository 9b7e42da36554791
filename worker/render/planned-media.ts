/**
 * What a plan opens and prepares, gathered while it is made: facts by source in, numbered inputs and pictures out.
 * An image is opened once and prepared once for each distinct way it is shown; each video and each sound has an input of its own, sought to
 * its own place.
 */
import type { ImageFacts, MediaFacts, MediaFactsBySource, PictureFacts, Rational, VideoFacts } from '#lib/composition/media-facts';
import type { SoundOrigin } from '#lib/composition/sound/placed-sound';
import { soundOriginOf } from '#lib/composition/sound/sound-origin';
import { mediaKey, type MediaKind } from '#lib/composition/sources';
import type { ImageLayer, PictureLayer, Sound, VideoLayer } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { planBitmap, planImage } from '#worker/render/layers/image';
import { planVideo, type ShownRange } from '#worker/render/layers/video';
import type { CompositingFormat, PlacedPicture, PlannedInput, PlannedPicture } from '#worker/render/render-plan';

/** Some demuxers seek by decoding times, which run ahead of the times of display by as much as sixteen reordered frames. */
const PICTURE_PREROLL_SECONDS = 1;
/** Sound is sought a little early: the first samples a decoder gives in the middle of a stream are not yet right. */
const SOUND_PREROLL_SECONDS = 0.5;

/** Where a sound comes from, and the demuxer to read it with. */
export interface SoundSource extends SoundOrigin {
  demuxer: string;
}
/** Read from the beginning: MPEG streams have no index, and FFmpeg lands somewhere after the time it is asked for; a GIF's frames build on each other. */
const UNSEEKABLE_DEMUXERS: ReadonlySet<string> = new Set(['mpegts', 'gif']);

export class PlannedMedia {
  readonly inputs: PlannedInput[] = [];
  readonly pictures: PlannedPicture[] = [];
  readonly #facts: MediaFactsBySource;
  #inputCount = 0;
  readonly #imageInputs = new Map<string, PlannedInput>();
  readonly #imagePictureIds = new Map<string, string>();
  readonly #videoPlaces = new Map<string, PlacedPicture>();

  constructor(facts: MediaFactsBySource) {
    this.#facts = facts;
  }

  imageFacts(source: string): ImageFacts {
    const facts = this.#find('image', source);
    if (facts.kind !== 'image') throw new Error(`The facts of an image say that it is a ${facts.kind}`);
    return facts;
  }

  videoFacts(source: string): VideoFacts {
    const facts = this.#find('video', source);
    if (facts.kind !== 'video') throw new Error(`The facts of a video say that it is an ${facts.kind}`);
    return facts;
  }

  pictureFacts(layer: PictureLayer): ImageFacts | VideoFacts {
    return layer.type === 'image' ? this.imageFacts(layer.source) : this.videoFacts(layer.source);
  }

  /** The number of the next input; each must become one. */
  nextInputIndex(): number {
    this.#inputCount += 1;
    return this.#inputCount - 1;
  }

  /** The image prepared for a canvas of `format`; the same picture again when it is shown in the same way. */
  placeImage(layer: ImageLayer, format: CompositingFormat): PlacedPicture {
    const facts = this.imageFacts(layer.source);
    const input = this.#openImage(layer, facts);
    const { picture, xPx, yPx } = planImage(layer, facts, format);
    const key = JSON.stringify([input.index, picture]);
    const known = this.#imagePictureIds.get(key);
    const pictureId = known ?? this.#nextPictureId();
    if (known === undefined) {
      this.#imagePictureIds.set(key, pictureId);
      this.pictures.push({ id: pictureId, inputIndex: input.index, ...picture });
    }
    return { elementId: layer.elementId, pictureId, xPx, yPx };
  }

  /** The video prepared for the frames in which it is seen; one picture for each key. */
  placeVideo(layer: VideoLayer, { key, shown, frameRate }: { key: string; shown: ShownRange; frameRate: Rational }): PlacedPicture {
    const known = this.#videoPlaces.get(key);
    if (known !== undefined) return known;
    const facts = this.videoFacts(layer.source);
    const { picture, xPx, yPx } = planVideo(layer, facts, shown, frameRate);
    const seekSeconds = picture.firstFrameSeconds - PICTURE_PREROLL_SECONDS;
    const input = this.#addInput(layer, facts, { seekSeconds: seekSeconds <= facts.startSeconds ? null : seekSeconds, isSound: false });
    const place = { elementId: layer.elementId, pictureId: this.#nextPictureId(), xPx, yPx };
    this.pictures.push({ id: place.pictureId, inputIndex: input.index, ...picture });
    this.#videoPlaces.set(key, place);
    return place;
  }

  /** A drawn bitmap of the canvas's size, prepared like an image. */
  placeBitmap(inputIndex: number, canvas: Size, { isOpaque, format, elementId }: { isOpaque: boolean; format: CompositingFormat; elementId: string }): PlacedPicture {
    const { widthPx, heightPx } = canvas;
    const { picture, xPx, yPx } = planBitmap({ xPx: 0, yPx: 0, widthPx, heightPx }, isOpaque, format);
    const pictureId = this.#nextPictureId();
    this.pictures.push({ id: pictureId, inputIndex, ...picture });
    return { elementId, pictureId, xPx, yPx };
  }

  /** Null for a video without sound. */
  findSound({ kind, source }: Sound): SoundSource | null {
    const facts = this.#find(kind, source);
    if (facts.kind === 'image') throw new Error('The facts of a sound say that it is an image');
    const origin = soundOriginOf(facts);
    return origin === null ? null : { ...origin, demuxer: facts.demuxer };
  }

  /** The number of the sound's own input, read as a whole or from its first sample on. */
  addSound({ kind, source, elementId, trimStartSeconds }: Sound, { facts, demuxer, originSeconds }: SoundSource, part: 'whole' | 'from trim'): number {
    const seekSeconds = originSeconds + trimStartSeconds - SOUND_PREROLL_SECONDS;
    const isFromStart = part === 'whole' || seekSeconds <= Math.max(originSeconds, facts.startSeconds);
    const stream = { demuxer, decoder: null, streamIndex: facts.streamIndex };
    return this.#addInput({ type: kind, source, elementId }, stream, { seekSeconds: isFromStart ? null : seekSeconds, isSound: true }).index;
  }

  #openImage(layer: ImageLayer, facts: ImageFacts): PlannedInput {
    const known = this.#imageInputs.get(layer.source);
    if (known === undefined) {
      const input = this.#addInput(layer, facts, { seekSeconds: null, isSound: false });
      this.#imageInputs.set(layer.source, input);
      return input;
    }
    if (!known.elementIds.includes(layer.elementId)) known.elementIds.push(layer.elementId);
    return known;
  }

  #addInput(
    { type, source, elementId }: { type: MediaKind; source: string; elementId: string },
    { demuxer, decoder, streamIndex }: Pick<PictureFacts, 'demuxer' | 'decoder' | 'streamIndex'>,
    { seekSeconds, isSound }: Pick<PlannedInput, 'seekSeconds' | 'isSound'>,
  ): PlannedInput {
    const input = { index: this.nextInputIndex(), mediaKey: mediaKey(type, source), elementIds: [elementId], demuxer, decoder, streamIndex, isSound, seekSeconds: UNSEEKABLE_DEMUXERS.has(demuxer) ? null : seekSeconds };
    this.inputs.push(input);
    return input;
  }

  #nextPictureId(): string {
    return `p${this.pictures.length}`;
  }

  #find(kind: MediaKind, source: string): MediaFacts {
    const facts = this.#facts.get(mediaKey(kind, source));
    if (facts === undefined) throw new Error(`The facts of a ${kind} of the timeline are missing`);
    return facts;
  }
}
