import type { Edition, Entry } from '../../src/model/edition.ts';
import { readContent } from '../../src/model/read/content.ts';

/** The edition in a content folder. @throws if it can't be read */
export function editionIn(dir: string): Edition {
  const { edition } = readContent(dir);
  if (!edition) throw new Error(`${dir} has errors`);
  return edition;
}

/** The same edition in another time zone, with only events at these times in its programme. */
export function inZone(edition: Edition, timeZone: string, times: readonly (readonly [string, string?])[]): Edition {
  const [model] = edition.entries.events;
  const events = times.map(([starts, ends], index) => {
    const facts = { ...(model as Entry<'events'>).facts, starts, ends };
    return { ...(model as Entry<'events'>), slug: `event-${index + 1}`, facts };
  });
  return { ...edition, site: { ...edition.site, timeZone }, entries: { ...edition.entries, events, sessions: [] } };
}

/** Times around clock changes, by zone: in both hemispheres, of an hour or half an hour, scheduled or decreed. */
export const changes: Record<string, [string, string?][]> = {
  'Europe/Warsaw': [
    ['2018-03-24T21:00', '2018-03-24T23:00'],
    ['2018-03-25T03:00'],
    ['2018-03-25T09:00', '2018-03-25T10:30'],
    ['2018-10-27T21:00', '2018-10-28T01:30'],
    ['2018-10-28T09:00', '2018-10-28T10:30'],
    ['2018-11-04T09:00'],
  ],
  'America/New_York': [
    ['2018-03-10T21:00', '2018-03-10T23:00'],
    ['2018-03-11T09:00'],
    ['2018-03-26T09:00'],
    ['2018-11-03T21:00', '2018-11-04T00:30'],
    ['2018-11-04T09:00', '2018-11-04T10:30'],
  ],
  'Australia/Lord_Howe': [
    ['2019-04-06T21:00'],
    ['2019-04-07T09:00', '2019-04-07T10:30'],
    ['2019-10-05T21:00'],
    ['2019-10-06T09:00'],
  ],
  'America/Mexico_City': [['2018-04-01T09:00'], ['2018-10-28T09:00'], ['2031-07-01T09:00']],
  'Africa/Casablanca': [['2018-05-12T09:00'], ['2018-05-14T09:00'], ['2018-06-18T09:00']],
  'Asia/Kathmandu': [['2018-06-12T09:00', '2018-06-12T10:30']],
  'Europe/Dublin': [['2018-03-24T09:00'], ['2018-03-26T09:00']],
  UTC: [['2018-06-12T09:00']],
};

/** The instant of a local time in Unix milliseconds, according to Temporal. */
export const instantOf = (moment: string, timeZone: string): number =>
  Temporal.PlainDateTime.from(moment).toZonedDateTime(timeZone).epochMilliseconds;
