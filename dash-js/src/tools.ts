// What dev tools may put around a page. Types only: their code is loaded if the server runs in debug, and never else.
import type { Ask } from './api';
import type { Execute } from './execute';
import type { Page } from './page';
import type { CallbackSpec } from './wire';

/** As the server asks for them. */
export interface ToolSettings {
  /** Whether anything of them is seen. */
  readonly ui: boolean;
  /** How often, in milliseconds, to ask whether the page is to be loaded anew; and how many failures to bear. */
  readonly hotReload: { readonly interval: number; readonly maxRetry: number } | undefined;
  /** Whether to look at the type of every prop. */
  readonly checksProps: boolean;
  /** Whether what a reader made of the page outlives a reload of it. */
  readonly keepsState: boolean;
  /** Whether to look for mistakes in the callbacks. */
  readonly validation: Validation | undefined;
}

export interface Validation {
  /** Whether an id that is nowhere in the layout is a mistake. */
  readonly checksIds: boolean;
  /** What to look through for ids in place of the layout, whose pages come one at a time. */
  readonly layout: unknown;
}

export interface Tools {
  /** Watches what is asked. */
  readonly ask: (ask: Ask) => Ask;
  /** Watches callbacks run. */
  readonly execute: (execute: Execute) => Execute;
  /** What the callbacks did, by name, in Dash's form. */
  readonly profile: () => Readonly<Record<string, unknown>>;
  /** The callbacks that may run: none, if there are mistakes in them. */
  readonly callbacks: (dependencies: unknown) => readonly CallbackSpec[];
  /** A layout with what its reader had made of an earlier one. */
  readonly restored: (layout: unknown) => unknown;
  /** Called before the page is drawn, and again when another one takes its place. */
  readonly attend: (page: Page, reopen: Reopen) => void;
}

/** Puts another page in the place of the present one, without loading the document. */
export type Reopen = (layout: unknown, dependencies: unknown) => Promise<void>;
