// Addresses that would run a script.
import { expect, test } from 'vitest';
import { cleanUrl } from './cleanUrl';

test.each(['https://example.org/?q=javascript:', '/page', 'page', '#a', 'mailto:a@b.c', '', 'javascript', 'data:text/plain,a'])(
  '%j stays',
  (url) => {
    expect(cleanUrl(url)).toBe(url);
  },
);

test.each(['javascript:alert(1)', 'JavaScript:alert(1)', ' \tjava\nscript:alert(1)', '\u0000vbscript:x', '\u00a0javascript:x'])(
  '%j goes',
  (url) => {
    expect(cleanUrl(url)).toBe('about:blank');
    expect(cleanUrl(url, '#')).toBe('#');
  },
);
