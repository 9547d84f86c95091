// Names that nobody else has and nobody guesses.

/** `crypto.randomUUID` is for pages by HTTPS only. */
export const randomName = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((number) => number.toString(16).padStart(8, '0')).join('');
