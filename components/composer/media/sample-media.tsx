/** Media to begin with: the pictures, clips and sounds of public/samples. Their pictures are the browser's own, so that the server has nothing to do for a look. */
'use client';

import { MediaCard, WaveformPicture } from '#components/composer/media/media-card';
import { sampleUrl } from '#lib/composition/examples/example';
import type { MediaKind } from '#lib/composition/sources';

interface Sample {
  kind: MediaKind;
  fileName: string;
  name: string;
  about: string;
}

const SAMPLES: readonly Sample[] = [
  { kind: 'video', fileName: 'ridge.mp4', name: 'Sunrise over mountains', about: '0:08 · with music' },
  { kind: 'video', fileName: 'harbour.mp4', name: 'A harbour at night', about: '0:08 · with music' },
  { kind: 'video', fileName: 'lanterns.mp4', name: 'Lanterns at dusk', about: '0:07 · vertical' },
  { kind: 'video', fileName: 'balloon.mp4', name: 'Balloon, green screen', about: '0:04 · silent' },
  { kind: 'image', fileName: 'alps.jpg', name: 'Alps', about: 'Picture' },
  { kind: 'image', fileName: 'dunes.jpg', name: 'Dunes', about: 'Picture' },
  { kind: 'image', fileName: 'forest.jpg', name: 'Forest', about: 'Picture' },
  { kind: 'image', fileName: 'lake.jpg', name: 'Lake', about: 'Picture' },
  { kind: 'image', fileName: 'mug.png', name: 'Enamel mug', about: 'Picture, transparent' },
  { kind: 'image', fileName: 'logo.png', name: 'White wordmark', about: 'Picture, transparent' },
  { kind: 'audio', fileName: 'daybreak.m4a', name: 'Daybreak', about: '0:16 · music that repeats' },
  { kind: 'audio', fileName: 'whoosh.mp3', name: 'Whoosh', about: 'Effect' },
  { kind: 'audio', fileName: 'chime.flac', name: 'Chime', about: 'Effect' },
  { kind: 'audio', fileName: 'bell.ogg', name: 'Bell', about: 'Effect' },
  { kind: 'audio', fileName: 'click.wav', name: 'Click', about: 'Effect' },
];

export function SampleMedia({ kinds }: { kinds: readonly MediaKind[] }) {
  return (
    <ul aria-label="Samples" className="grid grid-cols-2 gap-2.5">
      {SAMPLES.filter(({ kind }) => kinds.includes(kind)).map((sample) => {
        const { kind, fileName, name, about } = sample;
        return <MediaCard key={fileName} medium={{ kind, name, source: sampleUrl(window.location.origin, fileName) }} about={about} picture={<SamplePicture sample={sample} />} />;
      })}
    </ul>
  );
}

function SamplePicture({ sample: { kind, fileName } }: { sample: Sample }) {
  const url = `/samples/${fileName}`;
  switch (kind) {
    case 'image': return <img src={url} alt="" loading="lazy" draggable={false} className={`size-full ${fileName.endsWith('.png') ? 'object-contain p-1' : 'object-cover'}`} />;
    case 'video': return <video src={`${url}#t=2`} muted playsInline preload="metadata" aria-hidden="true" tabIndex={-1} className="size-full object-cover" />;
    case 'audio': return <WaveformPicture url={null} />;
    default: return kind satisfies never;
  }
}
