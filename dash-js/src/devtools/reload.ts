// What an answer of `_reload-hash` asks for, beside the one before it. Pure.
import { isObject } from '../equal';

export interface Reload {
  readonly hash: string;
  readonly hard: boolean;
  readonly packages: readonly string[];
  readonly files: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly url: string;
  /** Seconds since 1970; -1 if it is gone. */
  readonly modified: number;
  readonly isCss: boolean;
}

export type Step =
  | { readonly kind: 'none' }
  | { readonly kind: 'css'; readonly files: readonly ChangedFile[] }
  /** The layout and the callbacks are others. */
  | { readonly kind: 'soft' }
  /** Scripts are others. */
  | { readonly kind: 'hard' };

export function stepBetween(before: Reload, now: Reload): Step {
  if (before.hash === now.hash) return { kind: 'none' };
  const isOther = before.packages.length !== now.packages.length || now.packages.some((name) => !before.packages.includes(name));
  if (isOther) return { kind: 'hard' };
  if (!now.hard) return { kind: 'soft' };
  const areStyles = now.files.length > 0 && now.files.every((file) => file.isCss);
  return areStyles ? { kind: 'css', files: now.files } : { kind: 'hard' };
}

export function parseReload(raw: unknown): Reload | undefined {
  if (!isObject(raw) || typeof raw['reloadHash'] !== 'string') return undefined;
  const [packages, files] = [raw['packages'], raw['files']].map((list) => (Array.isArray(list) ? list : []));
  return {
    hash: raw['reloadHash'],
    hard: raw['hard'] === true,
    packages: (packages ?? []).map(String),
    files: (files ?? []).filter(isObject).map((file) => ({
      url: String(file['url']),
      modified: Number(file['modified']),
      isCss: file['is_css'] === true,
    })),
  };
}
