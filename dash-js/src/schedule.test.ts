// Who may start, who waits, who is dropped.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Callback } from './graph';
import { createGroup, createSchedule, enqueue, finish, type Group, type Job, postpone, revise, start } from './schedule';

// Each callback is a letter; `reads` and `writes` are its props, and `reach` is what it may lead to.
interface Given {
  readonly name: string;
  readonly reads?: readonly string[];
  readonly state?: readonly string[];
  readonly writes?: readonly string[];
  readonly reach?: readonly string[];
  readonly priority?: string;
  readonly changed?: readonly string[];
  readonly initial?: boolean;
  readonly group?: Group | undefined;
  readonly after?: readonly Callback[];
  readonly lists?: boolean;
  readonly stream?: boolean;
}

const callbacks = new Map<string, Callback>();

beforeEach(() => callbacks.clear());

function callbackOf({ name, reads = [], writes = [], lists = false, stream = false }: Given): Callback {
  const target = (id: string) => ({ id, key: id, property: 'p', wireProperty: 'p', allowOptional: false, multi: lists });
  const known = callbacks.get(name);
  const made = known ?? {
    index: callbacks.size, name, multi: false, outputs: writes.map(target), inputs: reads.map(target), state: [],
    matchKeys: [], anchors: [], preventInitialCall: false, clientside: undefined, running: undefined, interval: 0, persistent: false, dynamicCreator: false, stream,
    label: undefined,
  };
  callbacks.set(name, made);
  return made;
}

function job(given: Given): Job {
  const { name, reads = [], state = [], writes = [], reach = [], priority = '0', changed = [], initial = changed.length === 0 } = given;
  return {
    instance: { callback: callbackOf(given), match: {}, key: name },
    changed: new Set(changed), initial, group: given.group, predecessors: new Set(given.after),
    footprint: { inputs: reads, state, outputs: writes, reach: new Set([...writes, ...reach]), priority },
  };
}

const names = (jobs: readonly (Job | undefined)[]) => jobs.map((one) => one?.instance.key);
const scheduleOf = (...jobs: Job[]) => {
  const schedule = createSchedule();
  jobs.forEach((one) => enqueue(schedule, one));
  return schedule;
};
const started = (schedule: ReturnType<typeof scheduleOf>, limit = 9) => names(start(schedule, limit));

test('a stream that runs holds up nobody, and takes no place', () => {
  const schedule = scheduleOf(job({ name: 'a', writes: ['x'], stream: true }), job({ name: 'b', reads: ['x'], writes: ['y'] }));
  expect(started(schedule, 1)).toEqual(['a']);
  expect(started(schedule, 1)).toEqual(['b']);
});

describe('who may start', () => {
  test.each<[string, Given[], string[]]>([
    ['independent jobs', [{ name: 'a', writes: ['x'] }, { name: 'b', writes: ['y'] }], ['a', 'b']],
    ['a job waits for its input', [{ name: 'b', reads: ['x'] }, { name: 'a', writes: ['x'] }], ['a']],
    ['a job waits for its state', [{ name: 'b', state: ['x'] }, { name: 'a', writes: ['x'] }], ['a']],
    ['a job waits for what others lead to', [{ name: 'c', reads: ['y'] }, { name: 'a', writes: ['x'], reach: ['y'] }], ['a']],
    ['a job does not wait for itself', [{ name: 'a', reads: ['x'], writes: ['x'] }], ['a']],
    ['nor for its own followers', [{ name: 'a', reads: ['x'], writes: ['y'], reach: ['x'] }], ['a']],
    ['a circle starts at its first', [{ name: 'a', reads: ['y'], writes: ['x'] }, { name: 'b', reads: ['x'], writes: ['y'] }], ['a']],
  ])('%s', (_, given, expected) => {
    expect(started(scheduleOf(...given.map(job)))).toEqual(expected);
  });

  test('no more than the limit, then as others end', () => {
    const jobs = ['a', 'b', 'c'].map((name) => job({ name }));
    const schedule = scheduleOf(...jobs);
    expect(started(schedule, 2)).toEqual(['a', 'b']);
    expect(started(schedule, 2)).toEqual([]);
    finish(schedule, jobs[0]!, []);
    expect(started(schedule, 2)).toEqual(['c']);
  });

  test('a circle waits while anything runs', () => {
    const other = job({ name: 'o' });
    const schedule = scheduleOf(other);
    start(schedule, 9);
    enqueue(schedule, job({ name: 'a', reads: ['y'], writes: ['x'] }));
    enqueue(schedule, job({ name: 'b', reads: ['x'], writes: ['y'] }));
    expect(started(schedule)).toEqual([]);
    finish(schedule, other, []);
    expect(started(schedule)).toEqual(['a']);
  });
});

describe('requests of the same callback', () => {
  const changedOf = (...given: Given[]) => {
    const [only] = start(scheduleOf(...given.map(job)), 9);
    return [[...only!.changed], only!.initial];
  };

  test('unite what changed', () => {
    expect(changedOf({ name: 'a', changed: ['x'] }, { name: 'a', changed: ['y', 'x'] })).toEqual([['x', 'y'], false]);
  });

  test('an initial one gives way, whichever came first', () => {
    expect(changedOf({ name: 'a' }, { name: 'a', changed: ['x'] })).toEqual([['x'], false]);
    expect(changedOf({ name: 'a', changed: ['x'] }, { name: 'a' })).toEqual([['x'], false]);
  });

  test('a newer one makes the running one obsolete', () => {
    const [older, newer] = [job({ name: 'a' }), job({ name: 'a', changed: ['x'] })];
    const schedule = scheduleOf(older);
    start(schedule, 9);
    expect(enqueue(schedule, newer)).toBe(older);
    expect(names(start(schedule, 9))).toEqual(['a']);
    expect(finish(schedule, older, ['x'])).toBe(false);
    expect(finish(schedule, newer, [])).toBe(true);
  });

  test('a callback never follows itself', () => {
    const schedule = scheduleOf();
    const a = callbackOf({ name: 'a' });
    enqueue(schedule, job({ name: 'a', after: [a] }));
    expect(started(schedule)).toEqual([]);
  });
});

describe('groups', () => {
  // a → b → c, all requested together.
  const chain = (more: Partial<Given> = {}) => {
    const group = createGroup();
    return [
      job({ name: 'a', writes: ['x'], reach: ['y', 'z'], group }),
      job({ name: 'b', reads: ['x'], writes: ['y'], reach: ['z'], group, ...more }),
      job({ name: 'c', reads: ['y'], writes: ['z'], group }),
    ];
  };

  test('what waited for an answer without updates is dropped, and does not count for what waited for it', () => {
    const jobs = chain();
    const schedule = scheduleOf(...jobs);
    expect(started(schedule)).toEqual(['a']);
    finish(schedule, jobs[0]!, []);
    expect(started(schedule)).toEqual(['c']);
    expect(schedule.waiting.size).toBe(0);
    expect([...schedule.writers.keys()]).toEqual(['z']);
  });

  test.each<[string, Partial<Given>, string[]]>([
    ['its input came', {}, ['x']],
    ['another input is not of the group', { reads: ['x', 'other'] }, []],
    ['all its inputs are lists', { lists: true }, []],
    ['it is in no group', { group: undefined }, []],
  ])('it runs if %s', (_, more, written) => {
    const jobs = chain(more);
    const schedule = scheduleOf(...jobs);
    start(schedule, 9);
    finish(schedule, jobs[0]!, written);
    expect(started(schedule)).toEqual(['b']);
  });
});

test('a postponed job starts again', () => {
  const only = job({ name: 'a', writes: ['x'] });
  const schedule = scheduleOf(only);
  start(schedule, 9);
  expect(postpone(schedule, only)).toBe(true);
  expect(start(schedule, 9)).toEqual([only]);
});

test('a layout without their outputs drops jobs, and tells which were running', () => {
  const [a, b] = [job({ name: 'a', writes: ['x'] }), job({ name: 'b', reads: ['x'], writes: ['y'] })];
  const schedule = scheduleOf(a, b);
  start(schedule, 9);
  const nothing = { inputs: [], state: [], outputs: [], reach: new Set<string>(), priority: '0' };
  expect(names(revise(schedule, { survey: () => nothing, isPresent: () => true }))).toEqual(['a']);
  expect([schedule.waiting.size, schedule.running.size, schedule.writers.size]).toEqual([0, 0, 0]);
});
