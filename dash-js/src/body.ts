// The body of a callback request: what a job reads, as it stands in the layout right now. Pure.
import { describe, type Target } from './graph';
import { type Id, type IdObject, propId, sorted, splitPropId, stringifyId } from './ids';
import { resolve } from './match';
import { parseId } from './protocol';
import type { Job } from './schedule';
import type { Store } from './store';

export interface Reference {
  readonly id: Target['id'];
  readonly property: string;
}

export interface Reading extends Reference {
  readonly value?: unknown;
  readonly allow_optional?: true;
}

type OneOrList<T> = T | readonly T[];

/** Exactly what goes over the wire; absent keys are left out. */
export interface Body {
  readonly output: string;
  readonly outputs?: OneOrList<OneOrList<Reference>>;
  readonly inputs: readonly OneOrList<Reading>[];
  readonly changedPropIds: readonly string[];
  readonly parsedChangedPropsIds: readonly (string | IdObject)[];
  readonly state?: readonly OneOrList<Reading>[];
}

/** The layout has no room for this callback. */
export class MissingComponent extends ReferenceError {
  constructor(
    readonly kind: string,
    readonly target: Target,
    readonly isTwice: boolean,
  ) {
    super(`its ${kind} \`${describe(target)}\` ${isTwice ? 'is in the layout twice' : 'is not in the layout'}`);
    // As Dash says it: tests and people look for these words in the console.
    this.detail = `ReferenceError: ${this.message}. The id of this object is \`${stringifyId(target.id)}\` and the property is \`${target.property}\`.`;
  }

  readonly detail: string;
}

type Layout = Pick<Store, 'ids' | 'find'>;

/** `undefined` if the callback has nothing to read at all, or nowhere to write nothing: no mistake. */
export function buildBody(job: Job, layout: Layout): Body | undefined {
  const { callback } = job.instance;
  const read = (kind: string) => (target: Target) => readTarget(kind, target, job, layout);
  if (hasNothingToRead(job, layout)) return undefined;
  const inputs = callback.inputs.map(read('Input'));
  if (inputs.flat().length === 0 && callback.outputs.some((output) => isMissing(output, job, layout))) return undefined;
  const outputs = callback.outputs.map((target) => refer(target, job, layout));
  const [single] = outputs;
  return {
    output: callback.name,
    ...(single === undefined ? {} : { outputs: callback.multi ? outputs : single }),
    inputs,
    changedPropIds: [...job.changed],
    parsedChangedPropsIds: [...job.changed].map(parseChanged),
    ...(callback.state.length === 0 ? {} : { state: callback.state.map(read('State')) }),
  };
}

const idsOf = (target: Target, job: Job, layout: Layout): readonly Id[] =>
  resolve(target, job.instance.match, layout.ids);

/** Lists alone may be empty; beside single inputs that are missing they count as missing, too. */
function hasNothingToRead(job: Job, layout: Layout): boolean {
  const { inputs } = job.instance.callback;
  const isEmpty = (input: Target) => !input.allowOptional && idsOf(input, job, layout).length === 0;
  return inputs.every(isEmpty) && !inputs.every((input) => input.multi);
}

const isMissing = (target: Target, job: Job, layout: Layout): boolean =>
  !target.multi && idsOf(target, job, layout).length === 0;

function refer(target: Target, job: Job, layout: Layout): OneOrList<Reference> {
  const references = idsOf(target, job, layout).map((id) => ({ id: canonical(id), property: target.wireProperty }));
  return target.multi ? references : only('Output', target, references);
}

function readTarget(kind: string, target: Target, job: Job, layout: Layout): OneOrList<Reading> {
  const { property } = target;
  const readings = idsOf(target, job, layout).map((id) => ({
    id: canonical(id),
    property,
    value: layout.find(id)?.props[property],
  }));
  if (target.multi) return readings;
  if (readings.length === 0 && target.allowOptional) {
    return { id: target.id, property, allow_optional: true, value: null };
  }
  return only(kind, target, readings);
}

function only<T>(kind: string, target: Target, found: readonly T[]): T {
  const [first, second] = found;
  if (first === undefined) throw new MissingComponent(kind, target, false);
  if (second !== undefined) throw new MissingComponent(kind, target, true);
  return first;
}

const canonical = (id: Id): Id => (typeof id === 'string' ? id : sorted(id));

/** Plain ids keep their property, id objects lose it: so the server expects it. */
function parseChanged(changed: string): string | IdObject {
  const [id, property] = splitPropId(changed);
  const parsed = parseId(id);
  return typeof parsed === 'string' ? propId(stringifyId(parsed), property) : parsed;
}
