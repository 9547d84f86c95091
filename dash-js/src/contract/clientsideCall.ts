// A callback that runs in the browser: calls its function on the page, and turns the result into an answer.
import type { Body, Reading, Reference } from '../body';
import { isObject } from '../equal';
import { type Id, propId, splitPropId, stringifyId, withoutSuffix } from '../ids';
import { parseId } from '../protocol';
import { scriptsHaveRun } from '../scripts';
import type { Answer, ClientsideName, Updates } from '../wire';
import { clientsideScope, type Scope } from './clientsideScope';

type Func = (...args: readonly unknown[]) => unknown;

export async function callClientside(name: ClientsideName, body: Body): Promise<Answer> {
  if (lookUp(name) === undefined) await scriptsHaveRun();
  const called = lookUp(name);
  if (called === undefined) throw new Error(`no script of this page defines ${describe(name)}`);
  const scope = clientsideScope();
  try {
    const result = await callWithContext(called, body, scope);
    return { sideUpdate: [], response: toUpdates(body.outputs, result, scope['no_update']) };
  } catch (error) {
    if (error === scope['PreventUpdate']) return { sideUpdate: [], response: [] };
    throw new Error(`${describe(name)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

const describe = ({ namespace, name }: ClientsideName): string => `the clientside function \`${namespace}.${name}\``;

function lookUp({ namespace, name }: ClientsideName): Func | undefined {
  const functions = clientsideScope()[namespace];
  const found = isObject(functions) ? functions[name] : undefined;
  return typeof found === 'function' ? (found as Func) : undefined;
}

/** The context is there during the synchronous part only. */
function callWithContext(called: Func, body: Body, scope: Scope): unknown {
  const args = [...body.inputs, ...(body.state ?? [])].map((read) =>
    isList(read) ? read.map(({ value }) => value) : read.value,
  );
  scope['callback_context'] = contextOf(body);
  try {
    return called(...args);
  } finally {
    delete scope['callback_context'];
  }
}

function contextOf({ inputs, state, outputs, changedPropIds }: Body): Record<string, unknown> {
  const values = valuesOf(inputs);
  const [first] = changedPropIds;
  return {
    triggered: changedPropIds.map((changed) => ({ prop_id: changed, value: values[changed] })),
    triggered_id: first === undefined ? undefined : parseId(splitPropId(first)[0]),
    inputs: values,
    inputs_list: inputs,
    states: valuesOf(state ?? []),
    states_list: state,
    outputs_list: outputs,
  };
}

const valuesOf = (readings: Body['inputs']): Record<string, unknown> =>
  Object.fromEntries(
    readings.flat().map(({ id, property, value }: Reading) => [propId(stringifyId(id), property), value ?? null]),
  );

function toUpdates(outputs: Body['outputs'], result: unknown, noUpdate: unknown): Updates {
  const byId = new Map<string, readonly [Id, Record<string, unknown>]>();
  if (outputs === undefined) return [];
  for (const [output, value] of pairs(outputs, result, noUpdate)) {
    for (const [{ id, property }, single] of pairs(output, value, noUpdate)) {
      if (single === noUpdate) continue;
      const key = stringifyId(id);
      const props = byId.get(key)?.[1] ?? {};
      props[withoutSuffix(property)] = single;
      byId.set(key, [id as Id, props]);
    }
  }
  return [...byId.values()];
}

/** Results by output; what is too much or too little is passed over. */
function pairs<T extends Reference | readonly unknown[]>(
  outputs: T | readonly T[],
  result: unknown,
  noUpdate: unknown,
): readonly (readonly [T, unknown])[] {
  if (!isList(outputs)) return [[outputs, result]];
  if (result === noUpdate) return [];
  if (!Array.isArray(result)) throw new TypeError(`it has ${outputs.length} outputs and did not return an array`);
  return outputs.slice(0, result.length).map((output, i) => [output, result[i] as unknown]);
}

const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
