/** The project that the composer is measured with: 100 elements on 10 tracks, of the product's own samples. */

const TRACKS = 10;
const ELEMENTS_A_TRACK = 10;
const ELEMENT_SECONDS = 3;

/** `origin` is where the product answers: its samples are the media. */
export function buildComposerProject(origin: string): unknown {
  const elements = Array.from({ length: TRACKS * ELEMENTS_A_TRACK }, (_value, index) => {
    const track = 1 + Math.floor(index / ELEMENTS_A_TRACK);
    const place = index % ELEMENTS_A_TRACK;
    const base = { id: `element-${index}`, track, time: place * (ELEMENT_SECONDS + 1), duration: ELEMENT_SECONDS };
    return { ...base, ...contentOf(track, place, origin) };
  });
  return { output_format: 'mp4', width: 1280, height: 720, elements };
}

/** Videos at the bottom, then sounds, pictures, texts and shapes. */
function contentOf(track: number, place: number, origin: string): object {
  const small = { x: `${place * 9}%`, y: `${track * 8}%`, width: '12%', height: '12%' };
  if (track === 1) return { type: 'video', source: `${origin}/samples/harbour.mp4`, trim_start: place / 4 };
  if (track === 2) return { type: 'audio', source: `${origin}/samples/daybreak.m4a`, trim_start: place, audio_fade_in: 0.5 };
  if (track <= 4) return { type: 'image', source: `${origin}/samples/${place % 2 === 0 ? 'alps' : 'lake'}.jpg`, ...small };
  if (track <= 7) return { type: 'text', text: `Words ${track} ${place}`, font_size: 40, ...small };
  return { type: 'shape', shape: 'rectangle', fill_color: '#3b82f6', ...small, opacity: [{ time: 0, value: 0 }, { time: 1, value: 1 }] };
}
