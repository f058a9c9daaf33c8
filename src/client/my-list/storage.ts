import { followMoves, readIds } from './ids.ts';

/** My list in this browser, shared by all its tabs. */
export interface ListStorage {
  read: () => string[];
  write: (ids: readonly string[]) => void;
  /** True once the browser has blocked storage; the list then lasts until the page is closed. */
  refused: () => boolean;
}

const base = import.meta.env.BASE_URL;
/** All sites on an origin share its storage, so the base path is part of the key. */
const key = base === '/' ? 'list' : `list:${base}`;

/**
 * @param moved   old ids with those that replace them
 * @param changed called after each change, here or in another tab
 */
export function openStorage(moved: Record<string, string>, changed: () => void): ListStorage {
  /** The list if the browser blocks storage. */
  let inMemory: string[] | undefined;
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      inMemory ??= [];
      return undefined;
    }
  };
  if (base !== '/') attempt(takeOver);
  const stored = () => readIds(attempt(() => localStorage.getItem(key)) ?? null);
  const read = () => inMemory ?? followMoves(stored(), moved);
  const save = (ids: readonly string[]) => attempt(() => localStorage.setItem(key, JSON.stringify(ids)));
  // Saved at once, because the old address may later be used for something else.
  if (stored().some((id) => Object.hasOwn(moved, id))) save(read());
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
  // A page restored from the back/forward cache may have missed changes.
  addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });
  return {
    read,
    write: (ids) => {
      save(ids);
      if (inMemory) inMemory = [...ids];
      changed();
    },
    refused: () => inMemory !== undefined,
  };
}

/** An edition that has moved from the root to a base path imports its old list once. */
function takeOver(): void {
  const list = localStorage.getItem(key) === null ? readIds(localStorage.getItem('list')) : [];
  if (list.length > 0) localStorage.setItem(key, JSON.stringify(list));
}
