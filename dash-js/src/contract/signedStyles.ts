// Style sheets that bundles make at run time bear the nonce of the page, which its policy asks for.
import { nonceOfPage } from '../nonce';

export function signStyles(): void {
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonceOfPage();
    return element;
  };
}
