/** The caret of a text that is written in, or what is selected of it; and a line under what an input method is writing. Pixels of the text's layout. */
import type { WordRange } from '#lib/editor/rich-words';
import { selectedBoxes, type TextPlaces } from '#lib/editor/text-carets';

export function TextSelection({ places, range, composing }: { places: TextPlaces; range: WordRange; composing: WordRange | null }) {
  return (
    <>
      {range.start === range.end ? <CaretLine places={places} index={range.start} /> : <SelectedWords places={places} range={range} />}
      {composing !== null &&
        selectedBoxes(places, composing.start, composing.end).map(({ xPx, yPx, widthPx, heightPx }) => (
          <line key={`${xPx} ${yPx}`} x1={xPx} x2={xPx + widthPx} y1={yPx + heightPx} y2={yPx + heightPx} className="stroke-stage-accent" strokeWidth={2} vectorEffect="non-scaling-stroke" />
        ))}
    </>
  );
}

function SelectedWords({ places, range: { start, end } }: { places: TextPlaces; range: WordRange }) {
  return selectedBoxes(places, start, end).map(({ xPx, yPx, widthPx, heightPx }) => (
    <rect key={`${xPx} ${yPx}`} x={xPx} y={yPx} width={widthPx} height={heightPx} className="fill-stage-accent" fillOpacity={0.4} />
  ));
}

function CaretLine({ places: { carets }, index }: { places: TextPlaces; index: number }) {
  const caret = carets.find((other) => other.index === index);
  if (caret === undefined) return null;
  const line = { x1: caret.xPx, x2: caret.xPx, y1: caret.topPx, y2: caret.bottomPx, vectorEffect: 'non-scaling-stroke' } as const;
  // White in black: seen on any picture.
  return (
    <g data-caret={index} className="animate-breathe">
      <line {...line} stroke="#000000" strokeWidth={4} strokeOpacity={0.5} />
      <line {...line} stroke="#ffffff" strokeWidth={2} />
    </g>
  );
}
