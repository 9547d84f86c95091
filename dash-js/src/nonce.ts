// The nonce of the page load: by it the page's policy knows elements that the page itself made.

/** Empty where the page has no policy. */
export const nonceOfPage = (): string => document.querySelector<HTMLElement>('script[nonce]')?.nonce ?? '';
