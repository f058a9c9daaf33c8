import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { readHistory } from '../../src/git/history.ts';
import { parseLog } from '../../src/git/log.ts';
import { readContent } from '../../src/model/read/content.ts';
import type { Edition } from '../../src/model/edition.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { repositoryLinks } from '../../src/model/repository-links.ts';
import { boardOf, countsOf } from '../../src/translations/board.ts';
import { translationHistory } from '../../src/translations/translation-history.ts';
import { translationLines, translationNotes } from '../../src/translations/report.ts';
import { changedParts, wordingOf } from '../../src/translations/wording.ts';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'board-'));
  folders.push(folder);
  return folder;
};

/** A repository with an edition in three languages in `content/`, committed on 1 January 2027. */
function repository() {
  const root = fresh();
  const content = join(root, 'content');
  cpSync('tests/editions/trio', content, { recursive: true });
  let day = 0;
  const git = (...args: string[]) => {
    const date = `2027-01-${String(day).padStart(2, '0')}T12:00:00Z`;
    return execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' },
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
  };
  /** Each commit is dated one day after the last. */
  const commit = () => {
    day += 1;
    git('add', '--all');
    git('commit', '--quiet', '--message', 'x');
  };
  const change = (file: string, from: string, to: string) => {
    const path = join(content, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    writeFileSync(path, text.replace(from, to));
  };
  git('init', '--quiet', '--initial-branch=main');
  commit();
  const board = () => {
    const { edition, problems } = readContent(content);
    expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
    return boardOf(edition as Edition, translationHistory(content, readHistory(content)));
  };
  const notes = () => translationNotes(board()).map(formatProblem);
  return { root, content, git, commit, change, board, notes };
}

const lantern = 'events/lantern.en.md';
const arabic = 'events/lantern.ar.md';
const older = (parts: string, day: string, file = 'events/lantern') => [
  `${file}.ar.md:1  note: older than its original: the ${parts} of ${file}.en.md changed after 2027-01-${day}; bring it up to date`,
];

describe('a translation', () => {
  test('is up to date if it was committed with its original, and missing if it has no file', () => {
    const { board, notes } = repository();
    expect(notes()).toEqual([]);
    const made = board();
    expect(countsOf(made, 'ar')).toEqual({ fresh: 6, older: 0, missing: 14, there: 0 });
    const row = made.rows.find(({ entry }) => entry.slug === 'lantern');
    expect(row?.original).toBe(lantern);
    expect(row?.cells).toEqual([
      { lang: 'ar', state: 'fresh', file: arabic },
      { lang: 'pt-BR', state: 'missing', file: 'events/lantern.pt-BR.md' },
    ]);
  });

  test('is outdated once its original’s words have changed; the note says which ones and since when', () => {
    const { commit, change, notes } = repository();
    change(lantern, 'It burns olive oil.', 'It burns rapeseed oil.');
    change(lantern, 'Night of Lanterns', 'Lantern Night in Town');
    commit();
    expect(notes()).toEqual(older('title and text', '01'));
    change(arabic, '1611', '1612');
    commit();
    expect(notes()).toEqual([]);
    change(lantern, 'It burns rapeseed oil.', 'It burns olive oil.');
    commit();
    expect(notes()).toEqual(older('text', '03'));
  });

  test('is not outdated by a changed fact, line break, comment or quotation mark', () => {
    const { commit, change, notes } = repository();
    change(lantern, 'starts: "2033-03-02 22:00"', 'starts: "2033-03-02 21:30"');
    change(lantern, ' It burns', '\nIt burns');
    change(lantern, '## The order', '<!-- Is that so? -->\n\n## The order');
    commit();
    expect(notes()).toEqual([]);
  });

  test('is not outdated if the change was reverted', () => {
    const { commit, change, notes } = repository();
    change(lantern, 'olive oil', 'whale oil');
    commit();
    change(lantern, 'whale oil', 'olive oil');
    commit();
    expect(notes()).toEqual([]);
  });

  test('uncommitted changes to an original or a translation count as made now', () => {
    const { change, notes } = repository();
    change(lantern, 'olive oil', 'whale oil');
    expect(notes()).toEqual(older('text', '01'));
    change(arabic, '1611', '1612');
    expect(notes()).toEqual([]);
  });

  test('stays outdated or up to date when both files are renamed', () => {
    const { content, commit, change, notes } = repository();
    const renamed = (from: string, to: string) => {
      for (const lang of ['en', 'ar'])
        renameSync(join(content, `${from}.${lang}.md`), join(content, `${to}.${lang}.md`));
      // Renaming a page includes updating its links and adding a redirect.
      for (const file of [
        'meeting.en.md',
        'meeting.ar.md',
        'meeting.pt-BR.md',
        'pages/visit.en.md',
        'redirects.yaml',
      ]) {
        const path = join(content, file);
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`/${from}`, `/${to}`));
      }
      commit();
    };
    renamed('events/lantern', 'events/lamps');
    expect(notes().filter((note) => note.startsWith('events/'))).toEqual([]);
    change('events/lamps.en.md', 'olive oil', 'whale oil');
    commit();
    renamed('events/lamps', 'events/lights');
    expect(notes().filter((note) => note.startsWith('events/'))).toEqual(older('text', '01', 'events/lights'));
  });

  test('on a branch is based on that branch’s original, whatever the dates', () => {
    const { git, commit, change, notes } = repository();
    git('checkout', '--quiet', '-b', 'translation');
    git('checkout', '--quiet', 'main');
    change(lantern, 'olive oil', 'whale oil');
    commit();
    git('checkout', '--quiet', 'translation');
    change(arabic, '1611', '1612');
    commit();
    git('checkout', '--quiet', 'main');
    git('merge', '--quiet', '--no-edit', 'translation');
    expect(notes()).toEqual(older('text', '03'));
  });

  test('from a manually resolved merge is based on the merge’s original', () => {
    const { root, git, commit, change, notes } = repository();
    git('checkout', '--quiet', '-b', 'translation');
    change(arabic, '1611', '1612');
    commit();
    git('checkout', '--quiet', 'main');
    change(arabic, '1611', '1613');
    commit();
    change(lantern, 'olive oil', 'whale oil');
    commit();
    expect(() => git('merge', '--quiet', 'translation')).toThrow();
    const path = join(root, 'content', arabic);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/<<<<<<<[\s\S]*>>>>>>> \S+/, '1614'));
    // The merge changes the original again, so that only the merge commit has the text that was translated.
    change(lantern, 'whale oil', 'nut oil');
    commit();
    expect(notes()).toEqual([]);
  });
});

test('interface words: how many are missing, and which changed in the default language', () => {
  const { commit, change, board, notes } = repository();
  change('interface/en.yaml', 'dark: "', 'dark: "Now ');
  commit();
  expect(notes()).toContain(
    "interface/ar.yaml:1  note: older than the default language's words: theme.dark changed after 2027-01-01; bring them up to date",
  );
  const [ar, pt] = board().interfaces;
  expect([ar?.state, ar?.missing, ar?.changed]).toEqual(['older', 0, ['theme.dark']]);
  expect([pt?.state, pt?.missing]).toEqual(['fresh', 0]);
});

test('a language that the kit doesn’t cover has only the words in its file', () => {
  const trio = readContent('tests/editions/trio').edition as Edition;
  const languages = [...trio.site.languages, { code: 'gl', name: 'Galego', dir: 'ltr' as const }];
  const words = (gl: Record<string, string>, ownWords: string[]) =>
    boardOf(
      { ...trio, site: { ...trio.site, languages }, interface: { ...trio.interface, gl }, ownWords },
      translationHistory('tests/editions/trio', readHistory('tests/editions/trio')),
    );
  const none = words({}, []);
  expect(none.interfaces.at(-1)).toMatchObject({ lang: 'gl', state: 'missing', file: 'interface/gl.yaml' });
  expect(translationLines(none).at(-1)).toMatch(/^Galego: .*; \d\d\d interface words missing\.$/);
  const [all, one] = [none.interfaces.at(-1)?.missing, words({ 'theme.dark': 'Noite' }, ['gl']).interfaces.at(-1)];
  expect(one?.missing).toBe((all ?? 0) - 1);
  // The kit's own words have no file to edit.
  expect(none.interfaces.find(({ lang }) => lang === 'ar')?.file).toBeUndefined();
});

test('without a history, and in a shallow clone, the state is unknown', () => {
  const { root, commit, change } = repository();
  change(lantern, 'olive oil', 'whale oil');
  commit();
  const shallow = fresh();
  execFileSync('git', ['clone', '--quiet', '--depth=1', pathToFileURL(root).href, shallow], { stdio: 'ignore' });
  const outside = fresh();
  cpSync('tests/editions/trio', outside, { recursive: true });
  for (const [content, reason] of [
    [join(shallow, 'content'), 'shallow clone'],
    [outside, 'not in a git repository'],
  ] as const) {
    const board = boardOf(readContent(content).edition as Edition, translationHistory(content, readHistory(content)));
    expect(countsOf(board, 'ar')).toEqual({ fresh: 0, older: 0, missing: 14, there: 6 });
    expect(translationNotes(board)).toEqual([]);
    const [first, second] = translationLines(board);
    expect(first).toContain(reason);
    expect(second).toBe('العربية: 6 translated, 14 missing.');
  }
});

test('a line for each language says how complete it is; an edition in one language has none', () => {
  const { commit, change, board } = repository();
  change(lantern, 'olive oil', 'whale oil');
  commit();
  const [arabicLine, portuguese] = translationLines(board());
  expect(arabicLine).toBe('العربية: 5 up to date, 1 older than their originals, 14 missing.');
  expect(portuguese).toBe('Português: 1 up to date, 0 older than their originals, 19 missing.');
  const solo = readContent('tests/editions/solo').edition as Edition;
  expect(
    translationLines(boardOf(solo, translationHistory('tests/editions/solo', readHistory('tests/editions/solo')))),
  ).toEqual([]);
});

test('git’s log is read correctly for file names with spaces and letters in any script', () => {
  const one = '1'.repeat(40);
  const two = '2'.repeat(40);
  const log = parseLog(
    `\0${two} 2027-01-02T10:00:00+02:00\0\nM\0events/łan i pole.en.md\0R100\0a.md\0b.md\0\0${one} 2027-01-01T00:00:00Z\0\nA\0events/łan i pole.en.md\0A\0a.md\0`,
  );
  expect(log.get('events/łan i pole.en.md')).toMatchObject({ commit: two, date: '2027-01-02T08:00:00Z' });
  expect(log.get('b.md')).toEqual({
    changedOrRenamed: '2027-01-02T08:00:00Z',
    commit: one,
    date: '2027-01-01T00:00:00Z',
    path: 'a.md',
    changes: [{ commit: one, date: '2027-01-01T00:00:00Z', path: 'a.md' }],
  });
});

test('a file with invalid front matter is compared all the same', () => {
  expect(changedParts(wordingOf('no fields'), wordingOf('---\ntitle: "A"\n---\nno fields'))).toEqual(['title']);
  expect(changedParts(wordingOf('---\ntitle: [\n---\n“x”'), wordingOf('---\ntitle: [\n---\n"x"\r\n'))).toEqual([]);
});

describe('addresses of files in the repository', () => {
  const at = (address: string) => {
    const there = repositoryLinks(address, 'content');
    return [there?.edit('events/x.pl.md'), there?.create('events/x y.pl.md'), there?.changes('meeting.en.md')];
  };
  test('on GitHub', () => {
    expect(at('https://github.com/owner/name.git')).toEqual([
      'https://github.com/owner/name/edit/main/content/events/x.pl.md',
      'https://github.com/owner/name/new/main/content/events?filename=x%20y.pl.md',
      'https://github.com/owner/name/commits/main/content/meeting.en.md',
    ]);
  });
  test('on GitLab, wherever it runs', () => {
    expect(at('https://gitlab.example.org/a/b/c/')).toEqual([
      'https://gitlab.example.org/a/b/c/-/edit/main/content/events/x.pl.md',
      'https://gitlab.example.org/a/b/c/-/new/main/content/events?file_name=x%20y.pl.md',
      'https://gitlab.example.org/a/b/c/-/commits/main/content/meeting.en.md',
    ]);
  });
  test('on Forgejo', () => {
    expect(at('https://codeberg.org/a/b')[0]).toBe('https://codeberg.org/a/b/_edit/main/content/events/x.pl.md');
  });
  test('without a repository', () => {
    expect(repositoryLinks(undefined, 'content')).toBeUndefined();
  });
});
