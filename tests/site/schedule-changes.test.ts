/** An event is published, moved, cancelled, restored and deleted in git; pages, lists, data, calendars and feeds follow each change. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ICAL from 'ical.js';
import { parseHTML } from 'linkedom';
import { afterAll, expect, test } from 'vitest';
import { built, run } from '../helpers/build.ts';

const folder = mkdtempSync(join(tmpdir(), 'story-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** A URL, because NODE_OPTIONS splits a path at its spaces. */
const faults = pathToFileURL('tests/fault-injection/inject.ts').href;
const content = join(folder, 'content');
const out = join(folder, 'out');
const lantern = join(content, 'events/lantern.en.md');
/** Folders of the languages. */
const languages = { en: '', ar: 'ar/', 'pt-BR': 'pt-BR/' };

function commit(date: string): void {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
      stdio: 'ignore',
    });
  git('init', '--quiet');
  git('add', '-A', 'content');
  git('commit', '--quiet', '-m', 'a schedule change');
}

function edit(from: string, to: string): void {
  const text = readFileSync(lantern, 'utf8');
  expect(text).toContain(from);
  writeFileSync(lantern, text.replace(from, to));
}

function announce(slug: string, title: string, date: string): void {
  writeFileSync(
    join(content, `news/${slug}.en.md`),
    `---\ntitle: "${title}"\nsummary: "The Guild of Lamp Makers has changed its plans for the night."\ndate: "${date}"\nabout:\n  - "/events/lantern/"\n---\n\nAll lamps are [ready](/events/lantern/).\n`,
  );
}

const build = () => run('build.ts', ['--outDir', out], { CONTENT_DIR: content, SITE_DATE: '2033-02-20', SITE_URL: '' });

/** What a reader of the site gets in a language. */
function seen(at: string) {
  const read = (path: string) => readFileSync(join(out, at, path), 'utf8');
  const page = parseHTML(read('events/lantern/index.html')).document;
  const data = page.querySelector('script[type="application/ld+json"]')?.textContent;
  const event = data ? (JSON.parse(data) as { mainEntity: Record<string, string> }).mainEntity : undefined;
  const calendar = new ICAL.Component(ICAL.parse(read('events/lantern.ics')) as unknown[]);
  const vevent = calendar.getFirstSubcomponent('vevent') as ICAL.Component;
  const value = (name: string) => vevent.getFirstPropertyValue(name)?.toString();
  const marksIn = (document: Document) => {
    const item = [...document.querySelectorAll('main li')].find((one) =>
      one.querySelector('a[href$="/events/lantern/"]'),
    );
    return [...(item?.querySelectorAll('.status-label') ?? [])]
      .map(({ className }) => className.replace('status-label ', ''))
      .join();
  };
  const whole = read('calendar.ics');
  return {
    notice: [...page.querySelectorAll('.schedule-notice .status-label')]
      .map(({ className }) => className.replace('status-label ', ''))
      .join(),
    list: marksIn(parseHTML(read('events/index.html')).document),
    programme: marksIn(parseHTML(read('programme/index.html')).document),
    next: parseHTML(read('index.html')).document.querySelector('.now-and-next a[href$="/events/lantern/"]') !== null,
    status: event?.['eventStatus']?.replace('https://schema.org/Event', ''),
    previous: event?.['previousStartDate'],
    start: value('dtstart'),
    calendar: value('status'),
    sequence: Number(value('sequence')),
    changed: [value('dtstamp'), value('last-modified')],
    uid: value('uid'),
    once: whole.split(value('uid') ?? '').length - 1,
    feed: parseHTML(read('news.xml')).document.querySelectorAll('item').length,
    // The PDF as the event's page links to it.
    document: {
      href: page.querySelector('a[href*="/documents/"]')?.getAttribute('href') ?? '',
      text: page.querySelector('li:has(a[href*="/documents/"])')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    },
    news: [...page.querySelectorAll('a[href*="/news/"]')].length,
  };
}

test('an event is published, moved, cancelled, restored and deleted', { timeout: 600_000 }, async () => {
  cpSync('tests/editions/trio', content, { recursive: true });
  mkdirSync(join(content, 'news'));
  announce('night', 'The night of lanterns is announced', '2033-01-10');
  expect((await run('save-addresses.ts', [], { CONTENT_DIR: content })).code).toBe(0);
  commit('2033-01-10T08:00:00Z');

  const planned = { notice: '', list: '', programme: '', next: true, status: 'Scheduled', previous: undefined };
  const steps = [
    {
      name: 'published',
      change: () => undefined,
      date: '2033-01-10T08:00:00Z',
      expected: { ...planned, start: '2033-03-02T22:00:00', calendar: 'CONFIRMED', news: 1 },
    },
    {
      name: 'moved',
      change: () => {
        edit('starts: "2033-03-02 22:00"', 'starts: "2033-03-02 21:00"\npreviously: "2033-03-02 22:00"');
        announce('moved', 'The night begins earlier', '2033-01-11');
      },
      date: '2033-01-11T08:00:00Z',
      expected: {
        ...{ ...planned, notice: 'moved', list: 'moved', programme: 'moved', status: 'Rescheduled' },
        ...{ previous: '2033-03-02T22:00+00:00', start: '2033-03-02T21:00:00', calendar: 'CONFIRMED', news: 2 },
      },
    },
    {
      name: 'cancelled',
      change: () => {
        edit('admission:', 'status: cancelled\nadmission:');
        announce('cancelled', 'The night is cancelled', '2033-01-12');
      },
      date: '2033-01-12T08:00:00Z',
      expected: {
        ...{ notice: 'cancelled', list: 'cancelled', programme: 'cancelled', next: false, status: 'Cancelled' },
        ...{ previous: '2033-03-02T22:00+00:00', start: '2033-03-02T21:00:00', calendar: 'CANCELLED', news: 3 },
      },
    },
    {
      name: 'restored',
      change: () => {
        edit('status: cancelled\n', '');
        edit('starts: "2033-03-02 21:00"\npreviously: "2033-03-02 22:00"', 'starts: "2033-03-02 22:00"');
        rmSync(join(content, 'news/cancelled.en.md'));
      },
      date: '2033-01-13T08:00:00Z',
      expected: { ...planned, start: '2033-03-02T22:00:00', calendar: 'CONFIRMED', news: 2 },
    },
  ];
  let before: ReturnType<typeof seen> | undefined;
  edit('admission:', 'documents:\n  - { file: ./menu.pdf, title: Supper, language: en }\nadmission:');
  const addresses = new Set<string>();
  for (const { name, change, date, expected } of steps) {
    change();
    const menu = `%PDF-1.7\n${name}\n%%EOF\n`;
    writeFileSync(join(content, 'events/menu.pdf'), menu);
    commit(date);
    const { code, output } = await build();
    expect(code, output).toBe(0);
    for (const [lang, at] of Object.entries(languages)) {
      const now = seen(at);
      // Untranslated pages have no structured data.
      const data = lang === 'pt-BR' ? { status: undefined, previous: undefined } : {};
      expect(now, `${name}, ${lang}`).toMatchObject({ ...expected, ...data, once: 1, changed: [date, date] });
      expect(now.feed, `${name}, ${lang}`).toBe(expected.news);
      expect(now.document.text, name).toMatch(/^Supper.*PDF · /);
      expect(readFileSync(join(out, now.document.href), 'utf8')).toBe(menu);
      if (before) expect(now.uid).toBe(before.uid);
      if (before && lang === 'en') expect(now.sequence, name).toBeGreaterThan(before.sequence);
    }
    before = seen('');
    addresses.add(before.document.href);
    const data = JSON.parse(readFileSync(join(out, 'data/events.json'), 'utf8')) as {
      items: { documents?: object[] }[];
    };
    expect(data.items.flatMap(({ documents = [] }) => documents)).toEqual([
      {
        ...{ title: 'Supper', language: 'en', type: 'application/pdf', bytes: menu.length },
        url: `https://trio.example${before.document.href}`,
      },
    ]);
  }

  expect(addresses.size).toBe(steps.length);

  rmSync(lantern);
  rmSync(join(content, 'events/menu.pdf'));
  rmSync(lantern.replace('.en.', '.ar.'));
  const { code, output } = await build();
  expect(code).toBe(1);
  expect(output).toMatch(
    /_published\.txt:\d+ {2}.*"\/events\/lantern\/" was published.*restore events\/lantern\.en\.md and set status: cancelled, so that subscribed calendars are updated/,
  );
});

test(
  'a shallow clone can’t be built until the meeting is over, except as a preview',
  { timeout: 300_000 },
  async () => {
    const shallow = join(folder, 'shallow');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${folder}`, shallow], { stdio: 'ignore' });
    // Only the checks before the build matter here, not what Astro builds.
    const inClone = (environment: Record<string, string>) =>
      run('build.ts', ['--outDir', out], {
        CONTENT_DIR: join(shallow, 'content'),
        SITE_URL: '',
        NODE_OPTIONS: `--import ${faults}`,
        FAULT_RENDER: built('trio'),
        ...environment,
      });
    const refused = await inClone({ SITE_DATE: '2033-03-04T12:00' });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('git fetch --unshallow');
    expect(refused.output).toContain('SITE_URL');
    const preview = await inClone({ SITE_DATE: '2033-02-20', SITE_URL: 'https://preview.example.org' });
    expect(preview.output).toContain("Pages and calendars don't show when they last changed");
    expect(preview.code).toBe(0);
    const after = await inClone({ SITE_DATE: '2033-03-05' });
    expect(after.code, after.output).toBe(0);
  },
);
