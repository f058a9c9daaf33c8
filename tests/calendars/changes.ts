/**
 * `npm run test:calendars`, second part: an event is planned, moved, cancelled and restored; icalendar and khal must
 * read each version of its calendar, and feedparser the news feeds of the built site. The programs come
 * from Debian packages; without them, the test is skipped with a message.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { calendarText, uidOf } from '../../src/calendar/ics/file.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { calendarsOf, type CalendarFile } from '../../src/model/calendars.ts';
import type { Entry } from '../../src/model/edition.ts';
import { built } from '../helpers/build.ts';
import { editionIn } from '../helpers/editions.ts';

const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import icalendar, feedparser']).status === 0,
);
if (python === undefined || spawnSync('khal', ['--version']).status !== 0) {
  process.stdout.write('Skipped: this needs the Debian packages python3-icalendar, python3-feedparser and khal.\n');
  process.exit(0);
}

const work = resolve('tests/.built/changes');
rmSync(work, { recursive: true, force: true });
mkdirSync(join(work, 'events'), { recursive: true });
const faults: string[] = [];
let compared = 0;
function equal(what: string, found: unknown, expected: unknown): void {
  compared += 1;
  if (found !== expected) faults.push(`${what}: ${String(found)} instead of ${String(expected)}`);
}

const trio = editionIn('tests/editions/trio');
const [lantern, ...others] = trio.entries.events as [Entry<'events'>, ...Entry<'events'>[]];
const uid = uidOf(trio, lantern);
const steps: { name: string; facts: Partial<Entry<'events'>['facts']>; time: string; start: string; status: string }[] =
  [
    { name: 'planned', facts: {}, time: '2032-05-01T08:00:00Z', start: '2033-03-02 22:00', status: 'CONFIRMED' },
    {
      name: 'moved',
      facts: { starts: '2033-03-03T20:00', ends: '2033-03-03T23:00', previously: '2033-03-02T22:00' },
      time: '2032-05-02T08:00:00Z',
      start: '2033-03-03 20:00',
      status: 'CONFIRMED',
    },
    {
      name: 'cancelled',
      facts: { starts: '2033-03-03T20:00', ends: '2033-03-03T23:00', status: 'cancelled' },
      time: '2032-05-03T08:00:00Z',
      start: '2033-03-03 20:00',
      status: 'CANCELLED',
    },
    { name: 'restored', facts: {}, time: '2032-05-04T08:00:00Z', start: '2033-03-02 22:00', status: 'CONFIRMED' },
  ];

const settings = join(work, 'settings');
writeFileSync(
  settings,
  `[calendars]\n[[c]]\npath = ${work}/events\n[sqlite]\npath = ${work}/cache\n[default]\ndefault_calendar = c\n[locale]\n${[
    'timeformat = %H:%M',
    ...['dateformat', 'longdateformat'].map((format) => `${format} = %Y-%m-%d`),
    ...['datetimeformat', 'longdatetimeformat'].map((format) => `${format} = %Y-%m-%d %H:%M`),
    `local_timezone = ${trio.site.timeZone}`,
    `default_timezone = ${trio.site.timeZone}`,
  ].join('\n')}\n`,
);
const khal = (...args: string[]) => spawnSync('khal', ['-c', settings, ...args], { encoding: 'utf8' });

let sequence = -1;
for (const { name, facts, time, start, status } of steps) {
  const event = { ...lantern, facts: { ...lantern.facts, ...facts } };
  const edition = { ...trio, entries: { ...trio.entries, events: [event, ...others] } };
  const times = new Map([[event.translations['en']?.file ?? '', time]]);
  const file = join(work, `${name}.ics`);
  const whole = calendarsOf(edition).get('/calendar.ics') as CalendarFile;
  writeFileSync(file, calendarText(pageContext(edition, 'en', '/'), whole, times));

  const read = spawnSync(python, ['tests/calendars/changes.py', 'calendar', file, uid], { encoding: 'utf8' });
  if (read.status !== 0) faults.push(`icalendar, ${name}: ${read.stderr.trim().split('\n').at(-1)}`);
  else {
    const found = JSON.parse(read.stdout) as Record<'stamp' | 'modified' | 'status', string> & { sequence: number };
    equal(`icalendar, ${name}: DTSTAMP`, found.stamp, time);
    equal(`icalendar, ${name}: LAST-MODIFIED`, found.modified, time);
    equal(`icalendar, ${name}: STATUS`, found.status, status);
    equal(`icalendar, ${name}: SEQUENCE grows`, found.sequence > sequence, true);
    ({ sequence } = found);
  }

  const imported = khal('import', '--batch', file);
  if (imported.status !== 0) faults.push(`khal, ${name}: ${imported.stderr.trim().split('\n').at(-1)}`);
  const listed = khal('list', '--notstarted', '--format', '{uid}|{start-long}|{status}', '2033-02-20', '20d').stdout;
  // It runs past midnight, so it is listed on both days.
  const mine = new Set(listed.split('\n').flatMap((line) => (line.startsWith(uid) ? line.trim() : [])));
  equal(`khal, ${name}: the event`, [...mine].join(), `${uid}|${start}|${status}`);
  equal(`khal, ${name}: files`, globSync('events/*.ics', { cwd: work }).length, whole.items.length);
}

if (existsSync(built('main'))) {
  const files = globSync('{news.xml,*/news.xml}', { cwd: built('main') }).map((file) => join(built('main'), file));
  for (const file of files) {
    const read = spawnSync(python, ['tests/calendars/changes.py', 'feed', file], { encoding: 'utf8' });
    equal(`feedparser, ${file}`, read.stdout.trim() || read.stderr.trim().split('\n').at(-1), 'ok');
  }
}

process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.stdout.write(`Changes: ${compared} values compared, ${faults.length} faults.\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
