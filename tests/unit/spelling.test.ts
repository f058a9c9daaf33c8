import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { editionFiles } from '../../scripts/lib/new-edition.ts';
import { formatMisspelling, spellingOfContent, spellingOfDocuments } from '../../scripts/lib/spelling.ts';

/** A folder with these files. */
function folderOf(files: Record<string, string>): { dir: string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'spelling-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(dir, dirname(file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

// Dictionaries take seconds to load.
vi.setConfig({ testTimeout: 60_000 });

test('each text is checked in its own language, and misspellings are reported with their places', async () => {
  const { dir, remove } = folderOf({
    'pages/travel.en.md': `---
title: "Travel to the metting"
summary: "The towns of Qwertz and the way between them, in a sentence."
aliases:
  - "Travvel"
organisers:
  - "City of Exampel"
sources:
  - "abcdef-ghijk"
---

The colour of the [tram](/pages/xyzzyx/) is red.[^abcdef-ghijk] See zyxwv.example.org,
and a town called Qwertz, Qwertz’s \`zyxwv\` and the XVIIth.

| Hour  | Statoin |
|-------|---------|
| 09:00 | Qwertz  |
`,
    'pages/travel.pl.md':
      '---\ntitle: "Podróż"\n---\n\nTramwaj jest czerwony, a źrodło bije. Była sobota.\n\nŁawki są zieloen.\n',
    'pages/travel.fr.md': '---\ntitle: "Voyage"\n---\n\nL’évenement a lieu à Qwertz, d’Qwertz à l’UNESCO.\n',
    'pages/travel.xx.md': '---\ntitle: "Zzzz"\n---\n\nZzzz zzyx.\n',
    'interface/en.yaml':
      'site:\n  skip: "{count, plural, one {# resutl} other {# results for {queryx}}}"\n  home: "Home"\n',
    '_spelling/names.txt': '# Names\nQwertz # a town\nUNESCO\n',
    '_spelling/pl.txt': 'zieloen\n',
  });
  try {
    const { misspellings, unchecked } = await spellingOfContent(dir);
    expect(misspellings.map(({ file, line, word, lang }) => `${file}:${line} ${word} ${lang}`)).toEqual([
      'interface/en.yaml:2 resutl en',
      'pages/travel.en.md:2 metting en',
      'pages/travel.en.md:7 Exampel en',
      'pages/travel.en.md:15 Statoin en',
      'pages/travel.fr.md:5 évenement fr',
      'pages/travel.pl.md:5 źrodło pl',
    ]);
    expect(unchecked).toEqual(['xx']);
    const polish = misspellings.at(-1);
    expect(polish && formatMisspelling(polish, 'content')).toMatch(
      /^content\/pages\/travel\.pl\.md:5 {2}"źrodło" is in no dictionary \(pl\); did you mean .*źródło.*\?$/,
    );
  } finally {
    remove();
  }
});

test('documents are checked too, in the language in their name', async () => {
  const { dir, remove } = folderOf({
    'README.md': '# A kitt\n\n```sh\nnpm strat\n```\n',
    'docs/guide.pl.md': '# Wskazówki\n\nPisz poprawnei.\n',
    'docs/spelling.txt': 'kitt\n',
  });
  try {
    const { misspellings } = await spellingOfDocuments(dir);
    expect(misspellings.map(({ file, line, word, lang }) => `${file}:${line} ${word} ${lang}`)).toEqual([
      'docs/guide.pl.md:3 poprawnei pl',
    ]);
  } finally {
    remove();
  }
});

test('documents other than docs/claims.md need no names from the edition', async () => {
  const documents = globSync('{*.md,docs/*.{md,txt},src/i18n/words/*.yaml}').filter(
    (file) => file !== 'docs/claims.md',
  );
  const { dir, remove } = folderOf(Object.fromEntries(documents.map((file) => [file, readFileSync(file, 'utf8')])));
  try {
    const { misspellings } = await spellingOfDocuments(dir);
    expect(misspellings.map((found) => formatMisspelling(found, ''))).toEqual([]);
  } finally {
    remove();
  }
});

test('the kit’s words are checked with its documents, in languages with a dictionary', async () => {
  const { dir, remove } = folderOf({
    'src/i18n/words/en.yaml': 'site:\n  home: "Hmoe"\n',
    'src/i18n/words/xx.yaml': 'site:\n  home: "Zzzz"\n',
  });
  try {
    const { misspellings, unchecked } = await spellingOfDocuments(dir);
    expect(misspellings.map(({ file, line, word }) => `${file}:${line} ${word}`)).toEqual([
      'src/i18n/words/en.yaml:2 Hmoe',
    ]);
    expect(unchecked).toEqual([]);
  } finally {
    remove();
  }
});

test('a new edition needs no word list', async () => {
  const { dir, remove } = folderOf(Object.fromEntries(editionFiles('en', 2040)));
  try {
    expect((await spellingOfContent(dir)).misspellings).toEqual([]);
  } finally {
    remove();
  }
});
