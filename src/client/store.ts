import { readPicks } from './picks.ts';

/** The reader's own list in this browser, shared by all its tabs. */
export interface Store {
  read: () => string[];
  write: (picks: readonly string[]) => void;
  /** True once the browser has refused to keep anything; then the list lives as long as the page. */
  refused: () => boolean;
}

const base = import.meta.env.BASE_URL;
/** The sites of a host share its storage, so below a path the path is part of the key. */
const key = base === '/' ? 'list' : `list:${base}`;

/** @param changed called after each change, here or in another tab */
export function openStore(changed: () => void): Store {
  let own: string[] | undefined;
  const attempt = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      own ??= [];
      return undefined;
    }
  };
  attempt(() => localStorage.getItem(key));
  if (base !== '/') attempt(takeOver);
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
  // A page that comes back from the browser's memory missed what happened meanwhile.
  addEventListener('pageshow', (event) => {
    if (event.persisted) changed();
  });
  return {
    read: () => own ?? readPicks(attempt(() => localStorage.getItem(key)) ?? null),
    write: (picks) => {
      attempt(() => localStorage.setItem(key, JSON.stringify(picks)));
      if (own) own = [...picks];
      changed();
    },
    refused: () => own !== undefined,
  };
}

/** An edition that has moved below a path takes over the list that it had at the root, once. */
function takeOver(): void {
  const list = localStorage.getItem(key) === null ? readPicks(localStorage.getItem('list')) : [];
  if (list.length > 0) localStorage.setItem(key, JSON.stringify(list));
}
