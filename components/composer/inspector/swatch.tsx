/** A colour as it is, over chequers that show what shines through; null of none. */

/** Seen through what is not opaque. */
export const CHEQUERS = 'repeating-conic-gradient(#b9b9b3 0 25%, #ffffff 0 50%) 0 0 / 10px 10px';

export function Swatch({ color }: { color: string | null }) {
  return (
    <span className="block size-full rounded-[5px]" style={{ background: CHEQUERS }}>
      <span className="block size-full rounded-[5px] border border-black/15" style={color === null ? {} : { background: color }} />
    </span>
  );
}
