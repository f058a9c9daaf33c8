/** When the schedule of events changed, according to git: only the schedule counts, and a time never goes back. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, expect, test } from 'vitest';
import { calendarText } from '../../src/calendar/ics/file.ts';
import { readHistory } from '../../src/git/history.ts';
import { scheduleChangeTimesOf } from '../../src/git/schedule-change-times.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { calendarOf, type CalendarFile } from '../../src/model/calendars.ts';
import { editionIn } from '../helpers/editions.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A repository with the trio edition; each commit has its own time. */
function story() {
  const folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  folders.push(folder);
  const content = join(folder, 'content');
  cpSync('tests/editions/trio', content, { recursive: true });
  const git = (args: string[], date = '') =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  git(['init', '--quiet', '--initial-branch=main']);
  const commit = (date: string) => {
    git(['add', '-A']);
    git(['commit', '--quiet', '-m', 'a change'], date);
  };
  const file = (slug: string) => join(content, `events/${slug}.en.md`);
  const edit = (from: string, to: string, slug = 'lantern') => {
    const text = readFileSync(file(slug), 'utf8');
    expect(text).toContain(from);
    writeFileSync(file(slug), text.replace(from, to));
  };
  const time = (slug = 'lantern') => {
    const edition = editionIn(content);
    return scheduleChangeTimesOf(content, readHistory(content), edition).get(`events/${slug}.en.md`);
  };
  commit('2032-01-01T10:00:00+01:00');
  return { content, git, commit, edit, file, time };
}

test('a change of start, end, venue, city or status counts; words and other facts don’t', () => {
  const { commit, edit, time } = story();
  expect(time()).toBe('2032-01-01T09:00:00Z');
  edit('Night of Lanterns', 'The Night of Lanterns');
  edit('"ticketed"', '"free"');
  commit('2032-01-02T09:00:00Z');
  expect(time()).toBe('2032-01-01T09:00:00Z');
  const steps: [string, string][] = [
    ['"2033-03-02 22:00"', '"2033-03-02 21:00"'],
    ['"2033-03-03 01:30"', '"2033-03-03 01:00"'],
    ['venue: "cistern-hall"', 'venue: "another-hall"'],
    ['venue: "another-hall"', 'city: "dar-nakhla"'],
    ['city: "dar-nakhla"', 'city: "bir-salwan"'],
    ['admission:', 'status: cancelled\nadmission:'],
    ['status: cancelled\n', ''],
  ];
  for (const [index, [from, to]] of steps.entries()) {
    edit(from, to);
    const date = `2032-02-0${index + 1}T09:00:00Z`;
    expect(time(), 'before the commit').toBe(index === 0 ? '2032-01-01T09:00:00Z' : `2032-02-0${index}T09:00:00Z`);
    commit(date);
    expect(time(), to).toBe(date);
  }
  // The same time, written differently.
  edit('"2033-03-02 21:00"', '2033-03-02T21:00');
  commit('2032-03-01T09:00:00Z');
  expect(time()).toBe('2032-02-07T09:00:00Z');
  expect(time('panel-market')).toBe('2032-01-01T09:00:00Z');
});

test('a time never goes back: with a wrong clock, in merges, after a deletion is undone', () => {
  const { commit, edit, file, git, time } = story();
  edit('22:00', '21:00');
  commit('2032-06-01T09:00:00Z');
  edit('21:00', '20:00');
  commit('2032-05-01T09:00:00Z');
  expect(time()).toBe('2032-06-01T09:00:00Z');

  git(['switch', '--quiet', '-c', 'other']);
  edit('20:00', '19:00');
  commit('2032-07-01T09:00:00Z');
  git(['switch', '--quiet', 'main']);
  edit('Lamp makers', 'All lamp makers');
  commit('2032-07-02T09:00:00Z');
  git(['merge', '--quiet', '--no-edit', 'other'], '2032-07-03T09:00:00Z');
  expect(time()).toBe('2032-07-03T09:00:00Z');

  const text = readFileSync(file('panel-market'), 'utf8');
  rmSync(file('panel-market'));
  commit('2032-08-01T09:00:00Z');
  writeFileSync(file('panel-market'), text);
  commit('2032-08-02T09:00:00Z');
  expect(time('panel-market')).toBe('2032-08-02T09:00:00Z');
});

test('a file that is only renamed keeps its time', () => {
  const { commit, edit, file, time } = story();
  edit('22:00', '21:00');
  commit('2032-02-01T09:00:00Z');
  renameSync(file('lantern'), file('lamp-night'));
  renameSync(file('lantern').replace('.en.', '.ar.'), file('lamp-night').replace('.en.', '.ar.'));
  commit('2032-03-01T09:00:00Z');
  expect(time('lamp-night')).toBe('2032-02-01T09:00:00Z');
});

test('calendars have the time as DTSTAMP, LAST-MODIFIED and SEQUENCE; without a history, a fixed DTSTAMP alone', () => {
  const { content, commit, edit } = story();
  edit('22:00', '21:00');
  commit('2032-02-01T09:00:30Z');
  const edition = editionIn(content);
  const [lantern] = edition.entries.events;
  const event = (times?: ReturnType<typeof scheduleChangeTimesOf>) => {
    const text = calendarText(
      pageContext(edition, 'en', '/'),
      calendarOf(edition, lantern as never) as CalendarFile,
      times,
    );
    const vevent = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent');
    return ['dtstamp', 'last-modified', 'sequence'].map((name) => vevent?.getFirstPropertyValue(name)?.toString());
  };
  const minutes = (Date.UTC(2032, 1, 1, 9) - Date.UTC(2000, 0, 1)) / 60_000;
  expect(event(scheduleChangeTimesOf(content, readHistory(content), edition))).toEqual([
    '2032-02-01T09:00:30Z',
    '2032-02-01T09:00:30Z',
    String(minutes),
  ]);
  expect(event()).toEqual(['2032-03-01T00:00:00Z', undefined, undefined]);
});
