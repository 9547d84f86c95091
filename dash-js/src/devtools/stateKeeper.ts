// Keeps what the reader made of a page over a reload, of the layout alone or of the whole document.
import type { Page } from '../page';
import { parseJson } from '../protocol';
import { carry, type Left } from './carry';

export interface StateKeeper {
  /** A layout that the server has just given, with what was left. */
  readonly restored: (layout: unknown) => unknown;
  readonly attend: (page: Page) => void;
  /** To be called before the document is loaded anew. */
  readonly save: () => void;
}

export function createStateKeeper(): StateKeeper {
  let page: Page | undefined;
  let original: unknown;
  let left = taken();

  const present = (): Left | undefined => page && { original, present: page.store.at(['components']) };

  return {
    restored: (layout) => {
      const found = present() ?? left;
      left = undefined;
      original = structuredClone(layout);
      return found === undefined ? layout : carry(layout, structuredClone(found));
    },
    attend: (next) => {
      page = next;
    },
    save: () => {
      try {
        sessionStorage.setItem(KEY, JSON.stringify(present()));
      } catch {
        // What has no JSON, or no room, starts afresh.
      }
    },
  };
}

const KEY = '_dash-devtools';

function taken(): Left | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? undefined : (parseJson(text) as Left);
  } catch {
    return undefined;
  }
}
