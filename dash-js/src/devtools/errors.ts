// Everything that went wrong since the document was loaded, the newest first.
import type { Notice } from '../notices';
import { type Changing, createChangeable } from './changing';

export interface Fault extends Omit<Notice, 'key'> {
  readonly number: number;
  readonly time: Date;
}

export interface Errors extends Changing<readonly Fault[]> {
  readonly add: (notice: Omit<Notice, 'key'>) => void;
  readonly clear: () => void;
}

export function createErrors(): Errors {
  const faults = createChangeable<readonly Fault[]>([]);
  let count = 0;
  return {
    ...faults,
    add: (notice) => faults.set([{ ...notice, number: (count += 1), time: new Date() }, ...faults.now()].slice(0, MAX_KEPT)),
    clear: () => faults.set([]),
  };
}

/** A callback that fails with every tick must not fill the memory. */
const MAX_KEPT = 100;
