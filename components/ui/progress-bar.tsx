/**
 * A progress bar: a whole percentage in, or null while nobody can say how far it is.
 */
interface ProgressBarProps {
  label: string;
  percent: number | null;
  /** Read out instead of the bare number. */
  valueText?: string;
}

export function ProgressBar({ label, percent, valueText }: ProgressBarProps) {
  const isKnown = percent !== null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
      aria-valuetext={valueText}
      className="h-2 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
    >
      {isKnown ? (
        <div className="h-full rounded-full bg-accent transition-[width] duration-500 ease-out" style={{ width: `${percent}%` }} />
      ) : (
        <div className="h-full w-2/5 animate-travel rounded-full bg-accent" />
      )}
    </div>
  );
}
