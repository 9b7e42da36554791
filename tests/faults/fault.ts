/** What a fault is: a name, how it harms a running ground, and what may come of the jobs that it hits. */
import type { Ground } from '#tests/faults/ground';
import type { Random } from '#tests/faults/random';

export interface Fault {
  name: string;
  /** For the table. */
  title: string;
  /** Variables of the ground on which it is tried. */
  env?: Record<string, string>;
  /** How accepted jobs may end other than completed: error codes. */
  mayEndWith?: readonly string[];
  /** Does the harm at once; resolves when it is over, with what went wrong beyond what the checks see. */
  inject(ground: Ground, random: Random): Promise<string[] | void>;
  /** Makes ready what the ground needs of the machine. Null where that is possible, else why it is not. */
  prepare?(): Promise<PreparedMachine | string>;
}

export interface PreparedMachine {
  env: Record<string, string>;
  undo(): Promise<void>;
}
