import { describe, expect, test } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { gapBefore, neighbours, timelineOf } from '../../src/views/timeline.ts';
import { editionIn } from '../helpers/editions.ts';

describe('the timeline of the meetings', () => {
  const page = pageContext(editionIn('tests/editions/trio'), 'en', '/past-hosts/');
  const statusOn = (day: string) =>
    timelineOf(page, Temporal.PlainDate.from(day).toZonedDateTime(page.edition.site.timeZone)).find(
      ({ current }) => current,
    )?.status;
  const timeline = timelineOf(page);

  test('the edition’s own meeting is announced until its last day is over', () => {
    const { starts, ends = starts } = page.edition.entries.meeting[0]?.facts as { starts: string; ends?: string };
    const next = Temporal.PlainDate.from(ends.slice(0, 10)).add({ days: 1 }).toString();
    expect([starts.slice(0, 10), ends.slice(0, 10), next].map(statusOn)).toEqual(['announced', 'announced', 'held']);
  });

  test('meetings are in order of their numbers, with their neighbours and the years without a meeting', () => {
    expect(timeline.map(({ slug }) => slug)).toEqual(['porto-azul-2032', undefined, 'sandhaven-2034']);
    const { before, after } = neighbours(timeline, 'sandhaven-2034');
    expect([before?.current, after]).toEqual([true, undefined]);
    const years = [2018, 2019, 2022].map((year) => ({ ...timeline[0], year }) as (typeof timeline)[number]);
    expect([gapBefore(years, 0), gapBefore(years, 1), gapBefore(years, 2)]).toEqual([
      undefined,
      undefined,
      '2020–2021',
    ]);
  });
});
