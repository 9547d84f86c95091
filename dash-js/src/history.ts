// What the user changed, step by step, to be taken back and done again. Changes nothing itself. Pure.
import type { Id } from './ids';

type Props = Readonly<Record<string, unknown>>;

/** One change of the inputs of a component. */
export interface Step {
  readonly id: Id;
  readonly before: Props;
  readonly after: Props;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const EMPTY: History = { past: [], future: [] };

/** What was undone before can no longer be done again. */
export const recorded = ({ past }: History, step: Step): History => ({ past: [...past, step], future: [] });

/** The step to take back, if there is one, and the history after it. */
export function undone({ past, future }: History): readonly [Step | undefined, History] {
  const step = past.at(-1);
  return step === undefined ? [undefined, { past, future }] : [step, { past: past.slice(0, -1), future: [step, ...future] }];
}

export function redone({ past, future }: History): readonly [Step | undefined, History] {
  const [step, ...rest] = future;
  return step === undefined ? [undefined, { past, future }] : [step, { past: [...past, step], future: rest }];
}
