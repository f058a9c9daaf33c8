import { readPicks } from './picks.ts';

/** The reader's own list in this browser, shared by all its tabs. */
export interface Store {
  read: () => string[];
  write: (picks: readonly string[]) => void;
  /** True once the browser has refused to keep anything; then the list lives as long as the page. */
  refused: () => boolean;
}

const key = 'list';

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
