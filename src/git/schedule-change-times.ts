/** When the schedule of each session and event last changed, for calendars. */
import type { Edition } from '../model/edition.ts';
import { allItems } from '../model/items.ts';
import { splitFrontMatter } from '../model/read/front-matter.ts';
import { parseYaml } from '../model/read/yaml.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import type { GitHistory } from './history.ts';
import type { Change } from './log.ts';
import { fileVersionKey, readVersions } from './file-versions.ts';

/** Instants in UTC (RFC 3339) by the file that holds the facts. */
export type ScheduleChangeTimes = ReadonlyMap<string, string>;

/** A change to any of these fields changes the calendar entry. */
const scheduleKeys = ['starts', 'ends', 'venue', 'city', 'status'] as const;

/**
 * When the start, end, venue, city or status of each session and event last changed. Uncommitted changes count once they
 * are committed, so that the same history always gives the same times. Empty without a history.
 */
export function scheduleChangeTimesOf(content: string, history: GitHistory, edition: Edition): ScheduleChangeTimes {
  const times = new Map<string, string>();
  if (!history.known) return times;
  const lang = defaultLanguage(edition.site).code;
  const changes = new Map(
    allItems(edition).flatMap(({ translations }): [string, readonly Change[]][] => {
      const file = translations[lang]?.file ?? '';
      return [[file, history.log.get(file)?.changes ?? []]];
    }),
  );
  const texts = readVersions(content, history, [...changes.values()].flat());
  if ('known' in texts) return times;
  for (const [file, versions] of changes) {
    const schedules = versions.map((version) => scheduleIn(texts.get(fileVersionKey(version))));
    // The latest, not the first in the log: a computer's clock may have been wrong, and a time must never go back.
    const time = versions
      .filter((_, index) => schedules[index] !== schedules[index + 1])
      .map(({ date }) => date)
      .sort()
      .at(-1);
    if (time !== undefined) times.set(file, time);
  }
  return times;
}

const silent = () => undefined;

/** The schedule in a version of a file; undefined if the file was deleted. */
function scheduleIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const split = splitFrontMatter(text.replace(/\r\n?/g, '\n'), silent);
  const data: Record<string, unknown> = (split && parseYaml(split.yaml, split.yamlLine, silent).data) ?? {};
  const plain = (value: unknown) => (typeof value === 'string' ? value.trim().replace('T', ' ') : value);
  return JSON.stringify(scheduleKeys.map((key) => plain(data[key])));
}
