// Keeps scripts out of addresses.

/** The address, or `fallback` if following it would run a script. */
export function cleanUrl(url: string, fallback = 'about:blank'): string {
  return SCRIPT.test(url.replace(IGNORED_BY_BROWSERS, '')) ? fallback : url;
}

const SCRIPT = /^(?:javascript|vbscript):/i;

/** Browsers skip control characters anywhere in a scheme, and blanks before it. */
const IGNORED_BY_BROWSERS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/g;
