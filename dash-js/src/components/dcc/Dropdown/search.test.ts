// What a search finds.
import { describe, expect, it } from 'vitest';
import { normalizeOptions, type Options } from '../shared/options';
import { search, type SearchOrder } from './search';

const CITIES = ['New York', 'York', 'Newark', 'Old New Town'];
const check = (options: Options, query: string, expected: unknown[], order?: SearchOrder) =>
  expect(search(normalizeOptions(options), query, order).map(({ value }) => value)).toEqual(expected);

describe('search', () => {
  it('finds everything with nothing', () => {
    check(CITIES, '', CITIES);
    check(CITIES, '   ', CITIES);
  });
  it('needs every word, in any order and case', () => {
    check(CITIES, 'YORK new', ['New York']);
    check(CITIES, 'zzz', []);
  });
  it('puts the best match first', () => {
    check(CITIES, 'york', ['York', 'New York']);
    check(CITIES, 'new', ['New York', 'Newark', 'Old New Town']);
    check(['xnew', 'old new', 'new'], 'new', ['new', 'old new', 'xnew']);
  });
  it('keeps the order of the options on request', () => check(CITIES, 'york', ['New York', 'York'], 'original'));
  it('looks at the value and at `search` too', () => {
    check([{ label: 'Germany', value: 'DE' }], 'de', ['DE']);
    check([{ label: 'Germany', value: 1, search: 'deutschland' }], 'deu', [1]);
    check([{ label: 'Germany', value: 1, search: 'deutschland' }], 'germ', [1]);
  });
});
