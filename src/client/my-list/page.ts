/** The script of the My list page: shows the chosen rows and their clashes, and exports the list. */
import type { MyListData } from '../../views/my-list.ts';
import { clashesOf, type Timed } from './clashes.ts';
import { formatPlural } from '../plural.ts';
import { filterCalendar, followMoves, fromFragment, reverted, toFragment, toggled } from './ids.ts';
import type { ListStorage } from './storage.ts';

/** The `detail` of the event that stars.ts dispatches after it has opened the storage. */
export interface MyListDetail {
  storage: ListStorage;
  moved: Record<string, string>;
  /** @param show called after each change of the list */
  ready: (show: () => void) => void;
}

addEventListener('my-list', (event) => {
  const { storage, moved, ready } = (event as CustomEvent<MyListDetail>).detail;
  const show = openList(storage, moved);
  ready(show);
  show();
});

/** @returns a function that shows the current list */
function openList(storage: ListStorage, moved: Record<string, string>): () => void {
  const root = document.querySelector('[data-my-list]') as HTMLElement;
  const { words, ways, cities, calendar } = JSON.parse(
    document.querySelector('[data-my-list-data]')?.textContent ?? '{}',
  ) as MyListData;
  const part = (name: string) => root.querySelector(`[data-${name}]`) as HTMLElement;
  const link = part('link') as HTMLInputElement;
  const rows = new Map(
    [...root.querySelectorAll<HTMLElement>('[data-entry-id]')].map((row) => [row.dataset['entryId'], row]),
  );
  const existing = (ids: readonly string[]) => ids.filter((id) => rows.has(id));
  const offer = part('offer') as HTMLDialogElement;
  /** Reverts the last change, while the page offers to undo it. */
  let revert: (() => void) | undefined;

  function show(): void {
    const ids = existing(storage.read());
    for (const [id, row] of rows) row.hidden = !ids.includes(id ?? '');
    for (const section of root.querySelectorAll<HTMLElement>('[data-group]'))
      section.hidden = section.querySelector('[data-entry-id]:not([hidden])') === null;
    part('empty').hidden = ids.length > 0;
    part('tools').hidden = ids.length === 0;
    link.value = `${location.origin}${location.pathname}#${toFragment(ids)}`;
    const dated = ids.filter((id) => rows.get(id)?.dataset['dated'] !== undefined);
    part('save').hidden = dated.length === 0;
    part('undated').hidden = dated.length === ids.length || dated.length === 0;
    showClashes(ids);
  }

  function showClashes(ids: readonly string[]): void {
    const timed = ids.flatMap((id): Timed[] => {
      const row = rows.get(id);
      const { starts, ends, city } = row?.dataset ?? {};
      if (!row || starts === undefined) return [];
      const at = (moment: string) => Date.parse(moment);
      return [{ title: titleOf(row), starts: at(starts), ends: ends === undefined ? undefined : at(ends), city }];
    });
    const way = (from: string, to: string) =>
      ways.find(({ between }) => between.includes(from) && between.includes(to));
    const clashes = clashesOf(timed, (from, to) => way(from, to)?.minutes);
    part('clashes').hidden = clashes.length === 0;
    part('clash-list').replaceChildren(
      ...clashes.map(({ kind, first, second }) => {
        const item = document.createElement('li');
        const [from = '', to = ''] = [first.city, second.city];
        item.textContent = fill(words[kind], {
          first: first.title,
          second: second.title,
          from: cities[from] ?? from,
          to: cities[to] ?? to,
          duration: way(from, to)?.text ?? '',
        });
        return item;
      }),
    );
  }

  /** @param undo reverts the change that the message is about */
  function say(text: string, undo?: () => void): void {
    revert = undo;
    part('said').textContent = text;
    part('undo').hidden = undo === undefined;
    part('note').hidden = text === '';
  }

  function change(ids: readonly string[], text: string): void {
    const before = storage.read();
    storage.write(ids);
    say(text, () => storage.write(reverted(storage.read(), before, ids)));
  }

  /** Offers the list from the page's fragment. The text of the fragment is never inserted into the page. */
  function receive(): void {
    const fragment = location.hash.slice(1);
    if (fragment === '' || document.getElementById(fragment)) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    const linked = fromFragment(fragment);
    if (!linked) return say(words.broken);
    const there = existing(followMoves(linked, moved));
    const own = existing(storage.read());
    const unknownCount = linked.filter((id) => existing(followMoves([id], moved)).length === 0).length;
    const unknown = unknownCount > 0 ? formatPlural(words.unknown, unknownCount) : '';
    if (there.length === 0) return say(unknown);
    if (there.every((id) => own.includes(id))) return say(`${words.same} ${unknown}`.trim());
    part('offered').textContent = `${formatPlural(words.offer, there.length)} ${unknown}`.trim();
    part('replace').hidden = own.length === 0;
    offer.returnValue = '';
    offer.onclose = () => {
      if (offer.returnValue === 'add') change([...new Set([...storage.read(), ...there])], words.changed);
      if (offer.returnValue === 'replace') change(there, words.changed);
    };
    if (!offer.open) offer.showModal();
  }

  async function save(): Promise<void> {
    try {
      const answer = await fetch(calendar);
      if (!answer.ok) throw new Error(String(answer.status));
      const text = filterCalendar(await answer.text(), existing(storage.read()));
      if (text === undefined) throw new Error('empty');
      const download = document.createElement('a');
      download.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
      download.download = 'list.ics';
      download.click();
      setTimeout(() => URL.revokeObjectURL(download.href), 60_000);
    } catch {
      say(words.failed);
    }
  }

  function remove(row: HTMLElement): void {
    const visible = [...rows.values()].filter((other) => !other.hidden);
    const next = visible[visible.indexOf(row) + 1] ?? visible[visible.indexOf(row) - 1];
    change(toggled(storage.read(), row.dataset['entryId'] ?? ''), fill(words.removed, { title: titleOf(row) }));
    (next?.querySelector<HTMLElement>('[data-remove]') ?? part('undo')).focus();
  }

  function undo(): void {
    revert?.();
    say('');
    document.querySelector('main')?.focus();
  }

  async function copy(): Promise<void> {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
      say(words.copied);
    } catch {
      // The link is selected, so it can be copied by hand.
    }
  }

  const acts: Record<string, (button: HTMLElement) => unknown> = {
    remove: (button) => remove(button.closest('[data-entry-id]') as HTMLElement),
    clear: () => {
      change([], words.cleared);
      part('undo').focus();
    },
    undo,
    save,
    copy,
    print: () => print(),
  };
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!revert) say('');
    for (const [name, act] of Object.entries(acts)) if (button?.matches(`[data-${name}]`)) void act(button);
  });
  addEventListener('hashchange', receive);

  root.hidden = false;
  if (storage.refused()) say(words.refused);
  receive();
  return show;
}

const titleOf = (row: HTMLElement) => row.querySelector('a')?.textContent.trim() ?? '';

/** Fills in `{name}`. Isolates keep the text direction of each value (Unicode Bidirectional Algorithm). */
const fill = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (match, name: string) => (name in values ? `\u2068${values[name]}\u2069` : match));
