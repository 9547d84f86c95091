// The types of props, read from their text: `string | number`, `{label: node, title?: string}[]`. Pure.

export type Type =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'list'; readonly of: Type }
  /** Every key has a value of this type. */
  | { readonly kind: 'map'; readonly of: Type }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  | { readonly kind: 'union'; readonly types: readonly Type[] };

export interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type;
}

export function parseType(text: string): Type {
  const tokens = text.match(/"[^"]*"|-?\d[\d.]*|[\w-]+|\[\]|\[key\]|\S/g) ?? [];
  let at = 0;
  const take = (token: string): boolean => tokens[at] === token && (at += 1) > 0;

  function union(): Type {
    const types = [list()];
    while (take('|')) types.push(list());
    return types.length === 1 && types[0] !== undefined ? types[0] : { kind: 'union', types };
  }

  function list(): Type {
    let type = single();
    while (take('[]')) type = { kind: 'list', of: type };
    return type;
  }

  function single(): Type {
    if (take('{')) return object();
    if (!take('(')) return atom(tokens[at++] ?? '');
    const inner = union();
    take(')');
    return inner;
  }

  function object(): Type {
    if (take('[key]')) {
      take(':');
      const of = union();
      take('}');
      return { kind: 'map', of };
    }
    const fields: Field[] = [];
    while (at < tokens.length && !take('}')) {
      fields.push(field());
      take(',');
    }
    return { kind: 'fields', fields };
  }

  function field(): Field {
    const name = tokens[at++] ?? '';
    const optional = take('?');
    take(':');
    return { name, optional, type: union() };
  }

  return union();
}

function atom(token: string): Type {
  if (token.startsWith('"')) return { kind: 'literal', value: token.slice(1, -1) };
  if (/^-?\d/.test(token)) return { kind: 'literal', value: Number(token) };
  if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
  return { kind: 'word', word: token };
}
