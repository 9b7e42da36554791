/**
 * The mark and, where there is room, the wordmark: three clips on a timeline whose ends make the triangle of "play".
 */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" className="size-7" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <g className="fill-on-accent">
          <rect x="8" y="8" width="9" height="4" rx="2" />
          <rect x="8" y="14" width="17" height="4" rx="2" />
          <rect x="8" y="20" width="9" height="4" rx="2" opacity="0.72" />
        </g>
      </svg>
      <span className="text-[17px] font-semibold tracking-[-0.03em] max-[420px]:hidden">videogen</span>
    </span>
  );
}
