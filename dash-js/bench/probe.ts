// The clock in the page: stops at the change of the document that brings what is waited for.
import type { App } from './apps';

export interface Probe {
  /** Milliseconds from the navigation until all was there. */
  readonly ready: Promise<number>;
  /** Milliseconds from the n-th input until its outcome is there. */
  readonly input: (n: number) => Promise<number>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page, before its own scripts. */
function install({ isReady, prepare, act }: Pick<App, 'isReady' | 'prepare' | 'act'>): void {
  const until = (holds: () => boolean): Promise<number> =>
    new Promise((resolve) => {
      if (holds()) return resolve(performance.now());
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  const rest = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  window.probe = {
    ready: until(isReady),
    input: async (n) => {
      if (prepare !== undefined) await until(prepare(n));
      // What was drawn before is on the screen: it is not counted.
      await rest();
      const start = performance.now();
      return (await until(act(n))) - start;
    },
  };
}

export const scriptFor = ({ isReady, prepare, act }: App): string =>
  `(${install.toString()})({isReady: ${isReady.toString()}, prepare: ${String(prepare)}, act: ${act.toString()}})`;
