/**
 * What a plan opens and prepares, gathered while it is made: facts by source in, numbered inputs and pictures out.
 * An image is opened once and prepared once for each distinct way it is shown; each video and each sound has an input of its own, sought to
 * its own place.
 */
import type { ImageFacts, MediaFacts, MediaFactsBySource, PictureFacts, Rational, SoundFacts, VideoFacts } from '#lib/composition/media-facts';
import { mediaKey, type MediaKind } from '#lib/composition/sources';
import type { ImageLayer, Sound, VideoLayer } from '#lib/composition/timeline';
import type { SoundSource } from '#worker/render/layers/audio';
import { planImage } from '#worker/render/layers/image';
import { planVideo, type ShownRange } from '#worker/render/layers/video';
import type { CompositingFormat, PlacedPicture, PlannedInput, PlannedPicture } from '#worker/render/render-plan';

/** Some demuxers seek by decoding times, which run ahead of the times of display by as much as sixteen reordered frames. */
const PICTURE_PREROLL_SECONDS = 1;
/** Sound is sought a little early: the first samples a decoder gives in the middle of a stream are not yet right. */
const SOUND_PREROLL_SECONDS = 0.5;

/** Demuxers that find the key frame before a time, or stay at the beginning. MPEG streams have no index: FFmpeg lands somewhere after it. */
const SEEKABLE_DEMUXERS: ReadonlySet<string> = new Set(['mov', 'matroska', 'avi']);

export class PlannedMedia {
  readonly inputs: PlannedInput[] = [];
  readonly pictures: PlannedPicture[] = [];
  readonly #facts: MediaFactsBySource;
  readonly #imageInputs = new Map<string, PlannedInput>();
  readonly #imagePictureIds = new Map<string, string>();
  readonly #videoPlaces = new Map<VideoLayer, PlacedPicture>();

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

  /** The video prepared for the frames in which it is seen; one picture for each layer. */
  placeVideo(layer: VideoLayer, shown: ShownRange, frameRate: Rational): PlacedPicture {
    const known = this.#videoPlaces.get(layer);
    if (known !== undefined) return known;
    const facts = this.videoFacts(layer.source);
    const { picture, xPx, yPx } = planVideo(layer, facts, shown, frameRate);
    const seekSeconds = picture.firstFrameSeconds - PICTURE_PREROLL_SECONDS;
    const input = this.#addInput(layer, facts, { seekSeconds: seekSeconds <= facts.startSeconds ? null : seekSeconds, isSound: false });
    const place = { elementId: layer.elementId, pictureId: this.#nextPictureId(), xPx, yPx };
    this.pictures.push({ id: place.pictureId, inputIndex: input.index, ...picture });
    this.#videoPlaces.set(layer, place);
    return place;
  }

  addSound(sound: Sound, facts: VideoFacts, { streamIndex, ...soundFacts }: SoundFacts): SoundSource {
    const seekSeconds = facts.startSeconds + sound.trimStartSeconds - SOUND_PREROLL_SECONDS;
    const isFromStart = seekSeconds <= Math.max(facts.startSeconds, soundFacts.startSeconds);
    const input = this.#addInput({ ...sound, type: 'video' }, { ...facts, streamIndex, decoder: null }, { seekSeconds: isFromStart ? null : seekSeconds, isSound: true });
    return { facts: { streamIndex, ...soundFacts }, pictureStartSeconds: facts.startSeconds, inputIndex: input.index };
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
    { demuxer, decoder, streamIndex }: PictureFacts,
    { seekSeconds, isSound }: Pick<PlannedInput, 'seekSeconds' | 'isSound'>,
  ): PlannedInput {
    const input = { index: this.inputs.length, mediaKey: mediaKey(type, source), elementIds: [elementId], demuxer, decoder, streamIndex, isSound, seekSeconds: SEEKABLE_DEMUXERS.has(demuxer) ? seekSeconds : null };
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
