/** What is on now and next on a crowded day, on a page that was built a month earlier. */
import { DOMParser, parseHTML } from 'linkedom';
import { afterEach, expect, test, vi } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { meetingStatusOf } from '../../src/views/meeting-status.ts';
import { editionIn, inZone } from '../helpers/editions.ts';

const trio = editionIn('tests/editions/trio');
const [meeting] = trio.entries.meeting;
const day = meeting?.facts.starts.slice(0, 10) as string;
const at = (minutes: number) =>
  `${day}T${[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')}`;

/** Sixty one-hour events, one every twelve minutes from 8:00. */
const crowd = inZone(
  trio,
  'UTC',
  Array.from({ length: 60 }, (_, index) => [at(480 + 12 * index), at(540 + 12 * index)] as const),
);
const longBefore = Temporal.PlainDate.from(day).subtract({ months: 1 }).toZonedDateTime('UTC');
const status = meetingStatusOf(pageContext(crowd, 'en', '/'), longBefore);

const items = status.scheduled.map(
  ({ from, to, item }) => `<li data-from="${from}" data-to="${to}" hidden>${item.slug}</li>`,
);
const page = (list: string[], rest = '') =>
  parseHTML(
    `<html lang="en"><body><p class="phase"></p><section class="now-and-next"><ol${rest}>${list.join('')}</ol></section><script data-clock='${JSON.stringify({ ...status, scheduled: [], following: undefined, yours: '' })}'></script></body></html>`,
  ).document;

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.resetModules();
});

test.each([
  ['12:30', 'the first ones have ended', 5, 3],
  ['19:05', 'the end of the day is near', 5, 3],
  ['20:00', 'only the last ones are left', 4, 0],
])('at %s, when %s, everything that is on and up to three upcoming items are shown', async (time, _, on, next) => {
  vi.useFakeTimers({ now: Date.parse(`${day}T${time}:00Z`) });
  const document = page(items.slice(0, 24), ' data-rest="/programme/"');
  vi.stubGlobal('document', document);
  vi.stubGlobal('DOMParser', DOMParser);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(page(items).documentElement.outerHTML)));
  await import('../../src/client/clock-with-more-items.ts');
  const shown = (state: string) => document.querySelectorAll(`[data-from][data-state=${state}]:not([hidden])`).length;
  await vi.waitFor(() => expect(document.querySelectorAll('[data-from]')).toHaveLength(60));
  expect({ on: shown('now'), next: shown('next') }).toEqual({ on, next });
});
