import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pageContext } from '../../src/i18n/page-context.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { pagesOf } from '../../src/model/page-addresses.ts';
import { hasErrors, readContent } from '../../src/model/read/content.ts';
import type { Edition } from '../../src/model/edition.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { randomFrom } from '../../src/artwork/random.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';
import { least } from '../helpers/this-edition.ts';
import { mutate } from './mutate.ts';

/** `FUZZ=5000 npx vitest run --project fuzz` makes more mistakes in each edition; SEED changes them. */
const seed = Number(process.env['SEED'] ?? 2018);
// The test edition has every kind of file and is read four times as fast as `content/`.
const editions = [
  ['tests/editions/trio', Number(process.env['FUZZ'] ?? 200)],
  ['content', Number(process.env['FUZZ'] ?? 40)],
] as const;

test.each(editions)(
  '%s, %i random mistakes: each is reported or harmless; nothing throws and no page is lost',
  { timeout: 3_600_000 },
  (source, runs) => {
    const copy = copyWithChanges({}, source);
    onTestFinished(copy.remove);
    const next = randomFrom(seed);
    const files = globSync('**/*.{md,yaml,csv}', { cwd: copy.dir }).sort();
    const pages = (edition: Edition | undefined) => (edition ? [...pagesOf(edition.entries).keys()].sort() : []);
    const before = pages(readContent(copy.dir).edition);
    expect(before.length).toBeGreaterThan(source === 'content' ? least(50) : 20);
    let silent = 0;

    for (let run = 0; run < runs; run += 1) {
      const file = files[Math.floor(next() * files.length)] as string;
      const path = join(copy.dir, file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, mutate(text, next));
      const where = `run ${run} of seed ${seed}: ${file}`;
      try {
        const { problems, edition } = readContent(copy.dir);
        for (const problem of problems) {
          const line = formatProblem(problem);
          expect(line.split('\n'), where).toHaveLength(1);
          expect(line, where).not.toMatch(/\[object|ZodError|\bat .*\.ts:\d/);
          expect(problem.line, where).toBeGreaterThan(0);
        }
        if (hasErrors(problems)) continue;
        silent += 1;
        expect(pages(edition), where).toEqual(before);
        for (const entries of Object.values((edition as Edition).entries))
          for (const entry of entries)
            for (const words of Object.values(entry.translations))
              if (words.file === file) {
                const page = pageContext(edition as Edition, words.lang, '/');
                const html = renderMarkdown(words.body, {
                  lang: words.lang,
                  sources: (edition as Edition).sources,
                  link: page.link,
                  footnotes: { title: 'x', back: (reference) => reference, published: (date) => date },
                });
                expect(html, where).not.toMatch(/<script|(?:href|src)="\s*javascript:|<[^>]*\sstyle=/i);
              }
      } finally {
        writeFileSync(path, text);
      }
    }
    // Some mistakes are harmless, most aren't; a check that reports everything or nothing would fail here.
    expect(silent).toBeGreaterThan(0);
    expect(silent).toBeLessThan(runs);
  },
);
