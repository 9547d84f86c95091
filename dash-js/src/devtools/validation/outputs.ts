// Whether two callbacks, or two outputs of one, write the same prop; and whether wildcards fit together. Pure.
import { equal } from '../../equal';
import { type Item, isPattern, type Mistake, nameOf, type Role, type Spec, wildcardIn } from './spec';

/** Checks one callback after the other: each beside those before it. */
export function createOutputCheck(): (spec: Spec) => readonly Mistake[] {
  const used: Item[] = [];
  return ({ outputs }) => {
    const own: Item[] = [];
    const mistakes = outputs.flatMap((output, i) => {
      const [inOwn, inOther] = [own, used].map((items) => items.find((item) => overlap(item, output)));
      if (inOwn === undefined && inOther === undefined) own.push(output);
      return checkUnique(`Output ${i} (${nameOf(output)})`, output, inOwn, inOther);
    });
    used.push(...own);
    return mistakes;
  };
}

function checkUnique(name: string, output: Item, inOwn: Item | undefined, inOther: Item | undefined): readonly Mistake[] {
  const other = inOwn ?? inOther;
  if (other === undefined) return [];
  if (isPattern(output.id)) {
    const lines = [name, `overlaps another output (${nameOf(other)})`, `used in ${inOwn ? 'this' : 'a different'} callback.`];
    return [{ title: 'Overlapping wildcard callback outputs', lines }];
  }
  if (inOwn) return [{ title: 'Duplicate callback Outputs', lines: [`${name} is already used by this callback.`] }];
  return [{ title: 'Duplicate callback outputs', lines: [`${name} is already in use.`, ALLOW] }];
}

const ALLOW = 'Say `allow_duplicate=True` where the second callback names it, or make one callback of the two.';

/** Whether some component is meant by both, in the same prop. */
export function overlap(a: Item, b: Item): boolean {
  if (a.property !== b.property) return false;
  if (!isPattern(a.id) || !isPattern(b.id)) return a.id === b.id;
  const [keys, others] = [a.id, b.id].map((id) => Object.keys(id).sort());
  const [left, right] = [a.id, b.id];
  return equal(keys, others) && (keys ?? []).every((key) => meet(left[key], right[key]));
}

function meet(a: unknown, b: unknown): boolean {
  const wildcards = [wildcardIn(a), wildcardIn(b)];
  if (wildcards.every((wildcard) => wildcard === undefined)) return a === b;
  // A value that matches is never smaller than itself.
  return !(wildcards.includes('MATCH') && wildcards.includes('ALLSMALLER'));
}

export function checkWildcards({ outputs, inputs, state }: Spec): readonly Mistake[] {
  const [first] = outputs;
  if (first === undefined) return [];
  const bound = keysWith(first, 'MATCH');
  const where = `Output 0 (${nameOf(first)})`;
  const check = (role: Role, items: readonly Item[]) =>
    items.flatMap((item, i) => checkBound(`${role} ${i} (${nameOf(item)})`, item, bound, where));
  return [
    ...outputs.flatMap((output, i) => checkSame(`Output ${i} (${nameOf(output)})`, output, bound, where)),
    ...check('Input', inputs),
    ...check('State', state),
  ];
}

/** One call of a callback has one value of each key with MATCH. */
function checkSame(name: string, output: Item, bound: readonly string[], where: string): readonly Mistake[] {
  if (equal(keysWith(output, 'MATCH'), bound)) return [];
  const lines = [name, 'does not have MATCH on the same keys as', `${where}.`];
  return [{ title: 'Mismatched `MATCH` wildcards across `Output`s', lines }];
}

/** Where no output has MATCH, the input that triggers binds it. */
function checkBound(name: string, item: Item, bound: readonly string[], where: string): readonly Mistake[] {
  const wild = [...(bound.length > 0 ? keysWith(item, 'MATCH') : []), ...keysWith(item, 'ALLSMALLER')];
  const unbound = wild.filter((key) => !bound.includes(key)).sort();
  if (unbound.length === 0) return [];
  const lines = [name, `has MATCH or ALLSMALLER on key(s) ${unbound.join(', ')}`, `where ${where}`, 'has no MATCH to compare with.'];
  return [{ title: '`Input` / `State` wildcards not in `Output`s', lines }];
}

const keysWith = ({ id }: Item, wildcard: string): readonly string[] =>
  isPattern(id) ? Object.keys(id).filter((key) => wildcardIn(id[key]) === wildcard).sort() : [];
