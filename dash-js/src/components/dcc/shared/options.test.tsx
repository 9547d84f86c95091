// Every form of options that Dash documents.
import { describe, expect, it } from 'vitest';
import { normalizeOptions, optionText, type Option, type Options } from './options';

const check = (input: Options | null | undefined, expected: Option[]) => expect(normalizeOptions(input)).toEqual(expected);

describe('normalizeOptions', () => {
  it('takes a list of values', () =>
    check(
      ['a', 2, true, 0, ''],
      [
        { label: 'a', value: 'a' },
        { label: '2', value: 2 },
        { label: 'true', value: true },
        { label: '0', value: 0 },
        { label: '', value: '' },
      ],
    ));

  it('takes a list of options and keeps their extras', () =>
    check(
      [{ label: 'A', value: 1, disabled: true, title: 't', search: 's' }],
      [{ label: 'A', value: 1, disabled: true, title: 't', search: 's' }],
    ));

  it('shows the value where an option has no label', () =>
    check([{ value: 7 } as Option], [{ label: '7', value: 7 }]));

  it('takes a map from value to label', () =>
    check({ nyc: 'New York', n: 5 }, [
      { value: 'nyc', label: 'New York' },
      { value: 'n', label: '5' },
    ]));

  it('takes nothing', () => {
    check(null, []);
    check(undefined, []);
  });
});

describe('optionText', () => {
  const text = (option: Option) => optionText(option);

  it('prefers `search`, then the label', () => {
    expect(text({ label: 'A', value: 1, search: 's' })).toBe('s');
    expect(text({ label: 'A', value: 1 })).toBe('A');
  });

  it('reads the text inside components', () =>
    expect(text({ label: <b>Big {'red'}<i> dot</i></b>, value: 1 })).toBe('Big red dot'));

  it('falls back to the value', () => expect(text({ label: <img />, value: 'logo' })).toBe('logo'));
});
