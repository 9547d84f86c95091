// Which of the requested callbacks may run now, and in what order. Pure: no React, no fetch, no values of props.
import type { Callback } from './graph';
import type { Instance } from './match';

/** A requested run of a callback instance. */
export interface Job {
  readonly instance: Instance;
  /** The props that triggered it; none on an initial call. */
  changed: ReadonlySet<string>;
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
  /** How deep it leads and how many callbacks follow at each step: digits to the base of 36, larger first. */
  readonly priority: string;
}

/** What the finished jobs of a group could have written, and what they did write; dropped ones do not count. */
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
  if (job.predecessors.has(callback) || hasLostOutputs(job)) return undefined;
  const older = remove(schedule, waiting, key);
  add(schedule, waiting, older === undefined ? job : unite(older, job));
  return remove(schedule, running, key);
}

/** Starts what nothing pending can still write to, what leads to most first, up to `limit` at a time. */
export function start(schedule: Schedule, limit: number): readonly Job[] {
  const { waiting, running } = schedule;
  const free = limit - heldUpBy(schedule);
  if (free <= 0) return [];
  const started = readyJobs(schedule).sort(byPriority).slice(0, free);
  for (const job of started) {
    remove(schedule, waiting, job.instance.key);
    add(schedule, running, job);
  }
  return started;
}

/** Ends a running job with the props it wrote, or none if it was skipped; `false` if a newer run made it obsolete. */
export function finish(schedule: Schedule, job: Job, written: readonly string[] | undefined): boolean {
  if (!isRunning(schedule, job)) return false;
  remove(schedule, schedule.running, job.instance.key);
  if (written !== undefined) note(job, written);
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
export function revise(schedule: Schedule, layout: Layout): readonly Job[] {
  const jobs = [...schedule.waiting.values(), ...schedule.running.values()];
  return jobs.filter((job) => {
    const home = isRunning(schedule, job) ? schedule.running : schedule.waiting;
    remove(schedule, home, job.instance.key);
    job.footprint = layout.survey(job.instance);
    if (hasLostOutputs(job)) return home === schedule.running;
    if (job.footprint.outputs.length !== job.instance.callback.outputs.length) {
      job.changed = new Set([...job.changed].filter(layout.isPresent));
    }
    add(schedule, home, job);
    return false;
  });
}

/** What `revise` asks the layout. */
export interface Layout {
  survey: (instance: Instance) => Footprint;
  isPresent: (prop: string) => boolean;
}

const hasLostOutputs = ({ instance, footprint }: Job): boolean =>
  instance.callback.outputs.length > 0 && footprint.outputs.length === 0;

/** How many jobs run that have an end to wait for: all but streams. */
const heldUpBy = ({ running }: Schedule): number =>
  [...running.values()].filter(({ instance }) => !instance.callback.stream).length;

const isRunning = ({ running }: Schedule, job: Job): boolean => running.get(job.instance.key) === job;

/** Drops what has become pointless, which may free others. */
function readyJobs(schedule: Schedule): Job[] {
  for (;;) {
    const waiting = [...schedule.waiting.values()];
    const settled = waiting.filter((job) => isReady(schedule, job));
    const isCircle = settled.length === 0 && heldUpBy(schedule) === 0;
    const ready = isCircle ? entriesOf(waiting) : settled;
    const pointless = ready.filter(isPointless);
    if (pointless.length === 0) return ready;
    pointless.forEach((job) => remove(schedule, schedule.waiting, job.instance.key));
  }
}

/** Of jobs that wait for nothing but each other: the first, and whatever reads nothing that the chosen ones write. */
function entriesOf(waiting: readonly Job[]): Job[] {
  const written = new Set<string>();
  return waiting.filter(({ footprint: { inputs, state, outputs } }) => {
    const isBlocked = [...inputs, ...state].some((prop) => written.has(prop) && !outputs.includes(prop));
    if (!isBlocked) outputs.forEach((prop) => written.add(prop));
    return !isBlocked;
  });
}

function byPriority(a: Job, b: Job): number {
  const [left, right] = [a.footprint.priority, b.footprint.priority];
  if (left === right) return 0;
  return left > right ? -1 : 1;
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

/** What a job keeps others from reading. A stream that runs has no end to wait for, and sets its outputs on the way. */
const heldBy = ({ running }: Schedule, jobs: Map<string, Job>, { instance, footprint }: Job): Footprint['reach'] =>
  jobs === running && instance.callback.stream ? NOTHING : footprint.reach;

const NOTHING: Footprint['reach'] = new Set();

function add(schedule: Schedule, jobs: Map<string, Job>, job: Job): void {
  const { writers } = schedule;
  jobs.set(job.instance.key, job);
  heldBy(schedule, jobs, job).forEach((prop) => writers.set(prop, (writers.get(prop) ?? 0) + 1));
}

function remove(schedule: Schedule, jobs: Map<string, Job>, key: string): Job | undefined {
  const { writers } = schedule;
  const job = jobs.get(key);
  if (job === undefined) return undefined;
  jobs.delete(key);
  for (const prop of heldBy(schedule, jobs, job)) {
    const others = (writers.get(prop) ?? 1) - 1;
    if (others === 0) writers.delete(prop);
    else writers.set(prop, others);
  }
  return job;
}
