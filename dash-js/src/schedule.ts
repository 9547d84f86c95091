// Which of the requested callbacks may run now, and in what order. Pure: no React, no fetch, no values of props.
import type { Callback } from './graph';
import type { Instance } from './match';

/** A requested run of a callback instance. */
export interface Job {
  readonly instance: Instance;
  /** The props that triggered it; none on an initial call. */
  readonly changed: ReadonlySet<string>;
  readonly initial: boolean;
  /** Jobs that one change of the layout asked for; see `isPointless`. */
  readonly group: Group | undefined;
  /** The callbacks whose answers led here; a callback never follows itself. */
  readonly predecessors: ReadonlySet<Callback>;
  /** Renewed by `revise` when components come or go. */
  footprint: Footprint;
}

/** The props a job reads and writes in the present layout. */
export interface Footprint {
  readonly inputs: readonly string[];
  readonly state: readonly string[];
  readonly outputs: readonly string[];
  /** Its outputs and those of every callback they may lead to. */
  readonly reach: ReadonlySet<string>;
}

/** What the finished jobs of a group could have written, and what they did write. */
export interface Group {
  readonly possible: Set<string>;
  readonly written: Set<string>;
}

export interface Schedule {
  readonly waiting: Map<string, Job>;
  readonly running: Map<string, Job>;
  /** How many jobs may still write a prop. */
  readonly writers: Map<string, number>;
}

export const createSchedule = (): Schedule => ({ waiting: new Map(), running: new Map(), writers: new Map() });

export const createGroup = (): Group => ({ possible: new Set(), written: new Set() });

/** Adds a job, united with a waiting one of the same instance. Returns the running job it makes obsolete. */
export function enqueue(schedule: Schedule, job: Job): Job | undefined {
  const { waiting, running } = schedule;
  const { key, callback } = job.instance;
  if (job.predecessors.has(callback)) return undefined;
  const older = remove(schedule, waiting, key);
  add(schedule, waiting, older === undefined ? job : unite(older, job));
  return remove(schedule, running, key);
}

/** Starts what nothing pending can still write to, in the order of arrival, up to `limit` at a time. */
export function start(schedule: Schedule, limit: number): readonly Job[] {
  const started: Job[] = [];
  while (startPass(schedule, limit, started));
  if (started.length === 0) breakCycle(schedule, started);
  return started;
}

/** Ends a running job with the props it wrote; `false` if a newer run has made it obsolete. */
export function finish(schedule: Schedule, job: Job, written: readonly string[]): boolean {
  if (!isRunning(schedule, job)) return false;
  remove(schedule, schedule.running, job.instance.key);
  note(job, written);
  return true;
}

/** Puts a running job back as if it had never started; `false` if it is obsolete. */
export function postpone(schedule: Schedule, job: Job): boolean {
  if (!isRunning(schedule, job)) return false;
  remove(schedule, schedule.running, job.instance.key);
  add(schedule, schedule.waiting, job);
  return true;
}

/** Looks again at every job after components came or went. Returns the running ones that write nothing any more. */
export function revise(schedule: Schedule, survey: (instance: Instance) => Footprint): readonly Job[] {
  const jobs = [...schedule.waiting.values(), ...schedule.running.values()];
  return jobs.filter((job) => {
    const home = isRunning(schedule, job) ? schedule.running : schedule.waiting;
    remove(schedule, home, job.instance.key);
    job.footprint = survey(job.instance);
    const vanished = job.instance.callback.outputs.length > 0 && job.footprint.outputs.length === 0;
    if (!vanished) add(schedule, home, job);
    return vanished && home === schedule.running;
  });
}

const isRunning = ({ running }: Schedule, job: Job): boolean => running.get(job.instance.key) === job;

/** Returns whether a job was dropped, which may have freed jobs that arrived before it. */
function startPass(schedule: Schedule, limit: number, started: Job[]): boolean {
  let dropped = false;
  for (const [key, job] of schedule.waiting) {
    if (schedule.running.size >= limit) return false;
    if (!isReady(schedule, job)) continue;
    remove(schedule, schedule.waiting, key);
    if (isPointless(job)) {
      note(job, []);
      dropped = true;
    } else {
      add(schedule, schedule.running, job);
      started.push(job);
    }
  }
  return dropped;
}

/** If jobs wait for nothing but each other, the first of them goes. */
function breakCycle(schedule: Schedule, started: Job[]): void {
  const [first] = schedule.waiting.values();
  if (first === undefined || schedule.running.size > 0) return;
  remove(schedule, schedule.waiting, first.instance.key);
  add(schedule, schedule.running, first);
  started.push(first);
}

function isReady({ writers }: Schedule, { footprint }: Job): boolean {
  const { inputs, state, outputs, reach } = footprint;
  const isSettled = (prop: string) =>
    (writers.get(prop) ?? 0) <= (reach.has(prop) ? 1 : 0) || outputs.includes(prop);
  return inputs.every(isSettled) && state.every(isSettled);
}

/** All its inputs could have come from its group, and none did. Lists always count as having come. */
function isPointless({ group, footprint, instance }: Job): boolean {
  if (group === undefined || instance.callback.inputs.every((input) => input.multi)) return false;
  return footprint.inputs.every((input) => group.possible.has(input) && !group.written.has(input));
}

function note({ group, footprint }: Job, written: readonly string[]): void {
  footprint.outputs.forEach((prop) => group?.possible.add(prop));
  written.forEach((prop) => group?.written.add(prop));
}

function unite(older: Job, newer: Job): Job {
  if (older.initial !== newer.initial) return older.initial ? newer : older;
  const changed = new Set([...older.changed, ...newer.changed]);
  return { ...newer, changed, group: newer.group ?? older.group };
}

function add({ writers }: Schedule, jobs: Map<string, Job>, job: Job): void {
  jobs.set(job.instance.key, job);
  job.footprint.reach.forEach((prop) => writers.set(prop, (writers.get(prop) ?? 0) + 1));
}

function remove({ writers }: Schedule, jobs: Map<string, Job>, key: string): Job | undefined {
  const job = jobs.get(key);
  if (job === undefined) return undefined;
  jobs.delete(key);
  for (const prop of job.footprint.reach) {
    const others = (writers.get(prop) ?? 1) - 1;
    if (others === 0) writers.delete(prop);
    else writers.set(prop, others);
  }
  return job;
}
