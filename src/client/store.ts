import { followMoves, readPicks } from './picks.ts';

/** The reader's own list in this browser, shared by all its tabs. */
export interface Store {
  read: () => string[];
  write: (picks: readonly string[]) => void;
  /** True once the browser has refused storage; the list then lasts as long as the page. */
  refused: () => boolean;
}

const base = import.meta.env.BASE_URL;
/** The sites of a host share its storage, so below a path the path is part of the key. */
const key = base === '/' ? 'list' : `list:${base}`;

/**
 * @param moved   old picks with those that replace them
 * @param changed called after each change, here or in another tab
 */
export function openStore(moved: Record<string, string>, changed: () => void): Store {
  /** The list where the browser refuses storage. */
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
  const stored = () => readPicks(attempt(() => localStorage.getItem(key)) ?? null);
  const read = () => inMemory ?? followMoves(stored(), moved);
  const save = (picks: readonly string[]) => attempt(() => localStorage.setItem(key, JSON.stringify(picks)));
  // The old address may later belong to something else.
  if (stored().some((pick) => Object.hasOwn(moved, pick))) save(read());
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
  // A page restored from the back/forward cache has missed the changes meanwhile.
  addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });
  return {
    read,
    write: (picks) => {
      save(picks);
      if (inMemory) inMemory = [...picks];
      changed();
    },
    refused: () => inMemory !== undefined,
  };
}

/** An edition that has moved below a path takes over the list that it had at the root, once. */
function takeOver(): void {
  const list = localStorage.getItem(key) === null ? readPicks(localStorage.getItem('list')) : [];
  if (list.length > 0) localStorage.setItem(key, JSON.stringify(list));
}
