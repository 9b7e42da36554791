/** The fades of a clip as darkened corners, that of the picture and that of the sound, and the handles that drag them. */
import clsx from 'clsx';
import type { Element } from '#lib/composition/schema/composition';
import { fadesOf } from '#lib/editor/commands/set-fade';

interface FadeCornersProps {
  element: Element;
  widthPx: number;
  pxPerSecond: number;
  hasHandles: boolean;
  isSelected: boolean;
}

export function FadeCorners({ element, widthPx, pxPerSecond, hasHandles, isSelected }: FadeCornersProps) {
  const { pictureIn, pictureOut, soundIn, soundOut } = fadesOf(element);
  const toPx = (seconds: number): number => Math.min(widthPx, seconds * pxPerSecond);
  return (
    <>
      {[...new Set([pictureIn, soundIn])].map((seconds) => seconds > 0 && <Corner key={`in ${seconds}`} edge="in" widthPx={toPx(seconds)} />)}
      {[...new Set([pictureOut, soundOut])].map((seconds) => seconds > 0 && <Corner key={`out ${seconds}`} edge="out" widthPx={toPx(seconds)} />)}
      {hasHandles && <FadeHandle edge="in" atPx={toPx(Math.max(pictureIn, soundIn))} isSelected={isSelected} />}
      {hasHandles && <FadeHandle edge="out" atPx={toPx(Math.max(pictureOut, soundOut))} isSelected={isSelected} />}
    </>
  );
}

function Corner({ edge, widthPx }: { edge: 'in' | 'out'; widthPx: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" className={clsx('pointer-events-none absolute top-0 h-full', edge === 'in' ? 'left-0' : 'right-0')} style={{ width: widthPx }}>
      <polygon points={edge === 'in' ? '0,0 100,0 0,100' : '0,0 100,0 100,100'} fill="#000" fillOpacity={0.42} />
      <line x1={edge === 'in' ? 0 : 100} y1={100} x2={edge === 'in' ? 100 : 0} y2={0} stroke="#fff" strokeOpacity={0.75} strokeWidth={1} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** Of the handle itself; it can be taken hold of a little around it. */
const HANDLE_PX = 10;

function FadeHandle({ edge, atPx, isSelected }: { edge: 'in' | 'out'; atPx: number; isSelected: boolean }) {
  const side = edge === 'in' ? { left: Math.max(8, atPx) - HANDLE_PX } : { right: Math.max(8, atPx) - HANDLE_PX };
  return (
    <span data-part={`fade-${edge}`} className={clsx('absolute top-0 z-10 grid h-[18px] w-5 cursor-ew-resize place-items-center opacity-0 group-hover:opacity-100', isSelected && 'opacity-100')} style={side}>
      <span className="size-2.5 rounded-full border border-black/60 bg-white shadow-sm" />
    </span>
  );
}
