// What callbacks did in the form in which Dash's store has it. Pure.
import type { Record as Runs, Run } from './runs';

export const profileOf = (records: ReadonlyMap<string, Runs>): Readonly<Record<string, unknown>> =>
  Object.fromEntries([...records].map(([name, runs]) => [name, describe(runs)]));

const describe = ({ count, total, compute, last }: Runs): Readonly<Record<string, unknown>> => ({
  count,
  total,
  compute,
  network: { time: total - compute, upload: 0, download: 0 },
  resources: {},
  status: { latest: latestOf(last?.kind) },
});

const latestOf = (kind: Run['kind'] | undefined): string | null => (kind === undefined ? null : kind === 'failed' ? 'ERROR' : 'SUCCESS');
