// Whether each Output, Input and State of a callback names a component and a prop. Pure.
import { equal } from '../../equal';
import { type Item, isPattern, itemsOf, type Mistake, type Role, type Spec, wildcardIn } from './spec';

export function checkItems(spec: Spec): readonly Mistake[] {
  const mistakes = itemsOf(spec).flatMap(([role, items]) => items.flatMap((item, i) => checkItem(item, role, `${role}[${i}]`)));
  return [...checkInputs(spec), ...mistakes];
}

/** Without them it runs once, at first; and then not even that. */
function checkInputs({ inputs, preventInitialCall }: Spec): readonly Mistake[] {
  if (inputs.length > 0 || !preventInitialCall) return [];
  const lines = ['It has no `Input`, and `prevent_initial_call` keeps it from its first call: it never runs.'];
  return [{ title: 'A callback is missing Inputs', lines }];
}

function checkItem({ id, property }: Item, role: Role, name: string): readonly Mistake[] {
  const found = `${name}.property = ${JSON.stringify(property)}`;
  const isNamed = typeof property === 'string' && property !== '';
  const nameless = mistake('Callback property error', found, 'The prop of a component is named by a text that is not empty.');
  return [...(isNamed ? [] : [nameless]), ...checkId(id, role, name)];
}

function checkId(id: unknown, role: Role, name: string): readonly Mistake[] {
  const found = `${name}.id = ${JSON.stringify(id)}`;
  if (id === '' || equal(id, {})) return [mistake('Callback item missing ID', found, 'Give the component an id, and name it here.')];
  if (isPattern(id)) return Object.entries(id).flatMap(([key, value]) => checkValue(key, value, role, name));
  if (typeof id !== 'string') return [mistake('Callback ID type error', found, 'An id is a string, or an object of constants and wildcards.')];
  const wrong = ['.', '{'].filter((character) => id.includes(character));
  if (wrong.length === 0) return [];
  return [mistake('Callback invalid ID string', `${name}.id = '${id}'`, `An id has no '${wrong.join("' and no '")}'.`)];
}

function checkValue(key: string, value: unknown, role: Role, name: string): readonly Mistake[] {
  const wildcard = wildcardIn(value);
  const isAllowed = wildcard === undefined ? CONSTANTS.includes(typeof value) : WILDCARDS[role].includes(wildcard);
  const found = `${name}.id["${key}"] = ${wildcard ?? JSON.stringify(value)}`;
  const advice = wildcard === undefined ? CONSTANTS_ONLY : [`Wildcards of ${role}s:`, WILDCARDS[role].join(', ')];
  return [
    ...(key === '' ? [wrongKey(`${name}.id has key ""`, 'Each key of an id is a text that is not empty.')] : []),
    ...(isAllowed ? [] : [wrongKey(found, ...advice)]),
  ];
}

const CONSTANTS: readonly string[] = ['string', 'number', 'boolean'];

const CONSTANTS_ONLY = [
  'Each value of an id is a wildcard or a constant:',
  CONSTANTS.join(', '),
];

const WILDCARDS: Readonly<Record<Role, readonly string[]>> = {
  Output: ['ALL', 'MATCH'],
  Input: ['ALL', 'MATCH', 'ALLSMALLER'],
  State: ['ALL', 'MATCH', 'ALLSMALLER'],
};

const mistake = (title: string, ...lines: readonly string[]): Mistake => ({ title, lines });

const wrongKey = (...lines: readonly string[]): Mistake => mistake('Callback wildcard ID error', ...lines);
