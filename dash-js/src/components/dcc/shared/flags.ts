// Html's boolean attributes as Dash spells them: true, or the attribute's own name in any case.
export type Flag<Name extends string> = boolean | Name | Lowercase<Name> | Uppercase<Name>;

/** Whether the attribute `name` is on. */
export const isOn = (value: boolean | string | null | undefined, name: string): boolean =>
  value === true || (typeof value === 'string' && value.toLowerCase() === name.toLowerCase());
