/**
 * `npm run test:calendars`, first part: imports the calendars of the three editions, and files with times around clock
 * changes, into programs that people use: Python's icalendar and vobject, khal and calcurse. Each must accept the file
 * and show the right local time to a reader in Warsaw and to one in New York. The programs come from Debian packages;
 * without them, the test is skipped with a message.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { calendarText, span, uidOf } from '../../src/calendar/ics/file.ts';
import { pageContext } from '../../src/i18n/page-context.ts';
import { calendarsOf, type CalendarFile } from '../../src/model/calendars.ts';
import type { Edition } from '../../src/model/edition.ts';
import { allItems } from '../../src/model/items.ts';
import { defaultLanguage } from '../../src/model/schema/site.ts';
import { built, buildSite } from '../helpers/build.ts';
import { changes, editionIn, instantOf, inZone } from '../helpers/editions.ts';

const python = ['/usr/bin/python3', 'python3'].find((program) => runs(program, ['-c', 'import icalendar, vobject']));
if (python === undefined || !runs('khal', ['--version']) || !runs('calcurse', ['--version'])) {
  process.stdout.write(
    'Skipped: this needs the Debian packages python3-icalendar, python3-vobject, khal and calcurse.\n',
  );
  process.exit(0);
}

const readers = ['Europe/Warsaw', 'America/New_York'];
const work = resolve('tests/.built/programs');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const faults: string[] = [];
const counts = { files: 0, times: 0 };
const uncertain = new Set<string>();

/** An expected event: its days, or its local times and their time zone. */
interface Expected {
  allDay: boolean;
  starts: string;
  ends: string | undefined;
  timeZone: string;
}
type Holds = Map<string, Expected>;

for (const [name, content] of [
  ['main', 'content'],
  ['solo', 'tests/editions/solo'],
  ['trio', 'tests/editions/trio'],
] as const) {
  if (!existsSync(built(name))) await buildSite(name, { CONTENT_DIR: content });
  const edition = editionIn(content);
  const holds = holdsOf(edition);
  for (const { code } of edition.site.languages) {
    const folder = code === defaultLanguage(edition.site).code ? '' : `${code}/`;
    const files = globSync(`${folder}{calendar.ics,{calendar,events,programme}/*.ics}`, { cwd: built(name) });
    check(
      `${name}-${code}`,
      edition.site.timeZone,
      files.map((file) => join(built(name), file)),
      holds,
    );
  }
}
for (const [timeZone, times] of Object.entries(changes)) {
  const edition = inZone(editionIn('tests/editions/trio'), timeZone, times);
  const file = join(work, `${timeZone.replace('/', '-')}.ics`);
  const whole = calendarsOf(edition).get('/calendar.ics') as CalendarFile;
  writeFileSync(file, calendarText(pageContext(edition, 'en', '/'), whole));
  check(timeZone.replace('/', '-'), timeZone, [file], holdsOf(edition));
}

for (const zone of uncertain)
  process.stdout.write(
    `For ${zone} this machine’s time zone data differ from Node’s, so only icalendar’s times were compared.\n`,
  );
process.stdout.write(faults.map((fault) => `${fault}\n`).join(''));
process.stdout.write(`${counts.files} files, ${counts.times} times compared, ${faults.length} faults.\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

function runs(program: string, args: string[]): boolean {
  return spawnSync(program, args).status === 0;
}

function holdsOf(edition: Edition): Holds {
  const { timeZone } = edition.site;
  return new Map(
    allItems(edition)
      .filter(({ facts }) => facts.starts !== undefined)
      .map((item) => [uidOf(edition, item), { ...span(item), timeZone }]),
  );
}

function check(name: string, timeZone: string, files: string[], holds: Holds): void {
  counts.files += files.length;
  const agreed = [...holds.values()].every(({ allDay, starts }) => allDay || agree(starts, timeZone));
  readByLibraries(files, holds, agreed);
  if (!agreed) uncertain.add(timeZone);
  for (const reader of readers) {
    const folder = join(work, `${name}-${reader.replace('/', '-')}`);
    importByKhal(folder, files, holds, reader, agreed);
    for (const [index, file] of files.entries()) importByCalcurse(`${folder}-${index}`, file, holds, reader, agreed);
  }
}

function equal(what: string, found: unknown, expected: unknown): void {
  counts.times += 1;
  if (found !== expected) faults.push(`${what}: ${String(found)} instead of ${String(expected)}`);
}

/** icalendar uses only the file's own VTIMEZONE; vobject, like the programs, uses the machine's time zone data. */
function readByLibraries(files: string[], holds: Holds, agreed: boolean): void {
  const { status, stdout, stderr } = spawnSync(python as string, ['tests/calendars/read.py', ...files], {
    encoding: 'utf8',
  });
  if (status !== 0) return void faults.push(`icalendar or vobject: ${stderr.trim().split('\n').at(-1)}`);
  const lines = stdout.split('\n').filter(Boolean);
  const seen = new Set<string>();
  for (const line of lines) {
    const found = JSON.parse(line) as { file: string; uid: string; DTSTART: string[]; DTEND: string[] };
    const expected = holds.get(found.uid);
    seen.add(found.file);
    if (!expected) {
      faults.push(`${found.file}: unexpected event ${found.uid}`);
      continue;
    }
    const utc = (moment: string | undefined) =>
      moment === undefined
        ? null
        : expected.allDay
          ? moment
          : new Date(instantOf(moment, expected.timeZone)).toISOString().replace(':00.000', '');
    for (const [index, library] of (agreed ? ['icalendar', 'vobject'] : ['icalendar']).entries()) {
      equal(`${found.file} ${library} start`, found.DTSTART[index] ?? null, utc(expected.starts));
      equal(`${found.file} ${library} end`, found.DTEND[index] ?? null, utc(expected.ends));
    }
  }
  for (const file of files) if (!seen.has(file)) faults.push(`${file}: nothing was read`);
}

/** An event's start in the reader's time zone, like `2018-06-14 15:00`, or its first day. */
function localTime({ starts, timeZone, allDay }: Expected, reader: string): string {
  if (allDay) return starts;
  const local = Temporal.PlainDateTime.from(starts).toZonedDateTime(timeZone).withTimeZone(reader).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

function importByKhal(folder: string, files: string[], holds: Holds, reader: string, agreed: boolean): void {
  mkdirSync(join(folder, 'events'), { recursive: true });
  const settings = join(folder, 'settings');
  writeFileSync(
    settings,
    `[calendars]\n[[c]]\npath = ${folder}/events\n[sqlite]\npath = ${folder}/cache\n[default]\ndefault_calendar = c\n[locale]\n${[
      'timeformat = %H:%M',
      ...['dateformat', 'longdateformat'].map((format) => `${format} = %Y-%m-%d`),
      ...['datetimeformat', 'longdatetimeformat'].map((format) => `${format} = %Y-%m-%d %H:%M`),
      `local_timezone = ${reader}`,
      `default_timezone = ${reader}`,
    ].join('\n')}\n`,
  );
  const khal = (...args: string[]) => spawnSync('khal', ['-c', settings, ...args], { encoding: 'utf8' });
  const { status, stderr } = khal('import', '--batch', ...files);
  if (status !== 0) return void faults.push(`khal: ${stderr.trim().split('\n').at(-1)}`);
  const shown = new Map<string, string>();
  for (const { starts } of holds.values()) {
    const day = Temporal.PlainDate.from(starts.slice(0, 10)).subtract({ days: 1 }).toString();
    for (const line of khal('list', '--notstarted', '--format', '{uid}|{start-long}', day, '3d').stdout.split('\n')) {
      const [id, start] = line.split('|');
      if (id && start && !shown.has(id)) shown.set(id, start);
    }
  }
  for (const [id, expected] of holds)
    if (agreed) equal(`khal, ${reader}: ${id}`, shown.get(id), localTime(expected, reader));
    else equal(`khal, ${reader}: ${id} is listed`, shown.has(id), true);
}

function importByCalcurse(folder: string, file: string, holds: Holds, reader: string, agreed: boolean): void {
  mkdirSync(folder, { recursive: true });
  const calcurse = (...args: string[]) =>
    spawnSync('calcurse', ['-q', '-D', folder, '-C', folder, ...args], {
      encoding: 'utf8',
      env: { ...process.env, TZ: reader, LC_ALL: 'C.UTF-8' },
    });
  const { status, stderr } = calcurse('-i', file);
  if (status !== 0) return void faults.push(`calcurse: ${file}: ${stderr.trim()}`);
  const stored = calcurse('-G', '--filter-type', 'cal').stdout.split('\n').filter(Boolean);
  const ids = [...readFileSync(file, 'utf8').matchAll(/^UID:(\S+)/gm)].map(([, id = '']) => id);
  // 06/14/2018 @ 15:00 -> 06/14/2018 @ 15:00 …, or 06/14/2018 [1] …
  const found = stored.map((line) =>
    line.replace(/^(\d\d)\/(\d\d)\/(\d{4})(?: @ (\d\d:\d\d))?.*/, '$3-$1-$2 $4').trim(),
  );
  const expected = ids.map((id) => localTime(holds.get(id) as Expected, reader));
  if (!agreed) equal(`calcurse, ${reader}: ${file}, number of events`, found.length, expected.length);
  else equal(`calcurse, ${reader}: ${file}`, found.sort().join(', '), expected.sort().join(', '));
}

/** Do the machine's time zone data agree with Node's at a local time? They may not: governments change zones. */
function agree(moment: string, timeZone: string): boolean {
  const seconds = execFileSync('date', ['-d', moment, '+%s'], { env: { ...process.env, TZ: timeZone } });
  return Number(seconds) * 1000 === instantOf(moment, timeZone);
}
