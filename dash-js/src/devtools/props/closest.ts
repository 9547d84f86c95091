// The name that was meant by a misspelled one. Pure.

/** None if all are too far away. */
export function closest(name: string, known: readonly string[]): string | undefined {
  const limit = Math.ceil(name.length * FAR);
  const ranked = known.map((each) => [each, distance(simple(name), simple(each))] as const).sort((a, b) => a[1] - b[1]);
  const [best] = ranked;
  return best !== undefined && best[1] <= limit ? best[0] : undefined;
}

/** Of the letters, how many may be others: two that changed places count twice. */
const FAR = 0.4;

/** `class_name` and `className` are one step apart from nothing. */
const simple = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** How many letters are to be changed, added or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
