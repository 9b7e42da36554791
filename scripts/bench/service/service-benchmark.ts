/** One thing to be measured of the running product, and what was found. */

export interface ServiceBenchmark {
  name: string;
  title: string;
  /** Starts a product of its own, and leaves nothing of it. */
  run(): Promise<Figure[]>;
}

export interface Figure {
  label: string;
  value: number;
  unit: 'ms' | 'a second' | 'a minute' | 'x';
  /** At most this for times, at least this for everything else; null where nothing was promised. */
  goal: number | null;
}

export function figure(label: string, value: number, unit: Figure['unit'], goal: number | null = null): Figure {
  return { label, value, unit, goal };
}

export const isReached = ({ value, unit, goal }: Figure): boolean => goal === null || (unit === 'ms' ? value <= goal : value >= goal);
