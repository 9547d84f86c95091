// Why a component cannot be shown, in words: as it was built for users, React has only numbers for its own errors.

export function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const number = /Minified React error #(\d+)/.exec(message)?.[1];
  return (number === undefined ? undefined : WORDS[number]) ?? message;
}

const WORDS: Readonly<Record<string, string>> = {
  31: 'among its children is an object that is no component',
  62: 'its `style` is not an object',
  130: 'its code is not that of a component',
  137: 'it has children, and may have none',
};
