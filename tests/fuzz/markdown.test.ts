import { expect, test } from 'vitest';
import { randomFrom } from '../../src/artwork/random.ts';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { readBody } from '../../src/model/body.ts';
import { markdownProblems } from '../../src/model/rules/markdown.ts';
import { randomMarkdown } from './random-markdown.ts';

/** `FUZZ=5000 npx vitest run --project fuzz` tries more texts; SEED changes them. */
const runs = Number(process.env['FUZZ'] ?? 250) * 8;
const seed = Number(process.env['SEED'] ?? 2018);

/** The text of a page without its tags and code. */
const withoutCode = (html: string) =>
  html
    .replace(/<(pre|code)>[\s\S]*?<\/\1>/g, '')
    .replace(/<img[^>]*>/g, 'picture')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

test(
  `${runs} random Markdown texts: each word is shown without markup, or its line is reported`,
  { timeout: 3_600_000 },
  () => {
    const next = randomFrom(seed);
    let valid = 0;
    for (let run = 0; run < runs; run += 1) {
      const { text, words } = randomMarkdown(next);
      const where = `run ${run} of seed ${seed}: ${JSON.stringify(text)}`;
      const body = readBody(text);
      const problems = markdownProblems(body, text, 'md');
      const reported = new Set([...problems, ...(body.failure ? [body.failure] : [])].map(({ line }) => line));
      // Other rules report footnotes without a source, and first-level headings.
      for (const { line } of [...body.footnotes, ...body.headings.filter(({ depth }) => depth === 1)])
        reported.add(line);
      const html = renderMarkdown(text, {
        lang: 'en',
        sources: {},
        link: (address) => address,
        footnotes: { title: '', back: () => '', published: (date) => date },
      });
      const lines = text.split('\n');
      for (const word of words) {
        if (html.includes(word)) continue;
        const line = lines.findIndex((one) => one.includes(word)) + 1;
        // A construct that swallows several lines is reported where it begins.
        const block = body.tree?.children
          .map(({ position }) => position)
          .find((at) => at && at.start.line <= line && line <= at.end.line);
        const from = block?.start.line ?? line;
        const found = [...reported].some((one) => one >= from && one <= line);
        expect(found, `${where}\n"${word}" on line ${line} is lost; reported: ${[...reported].join(', ')}`).toBe(true);
      }
      if (reported.size > 0) continue;
      valid += 1;
      // Escaped markup is meant to be shown.
      if (text.includes('\\')) continue;
      const shown = withoutCode(html);
      const leftover = /\*\*|__|~~|\]\(|\[\[|^\s*(?:#{1,6}|[-*+])\s|^\|.*\||`|&\w+;|\{#/m.exec(shown);
      expect(leftover?.[0], `${where}\nmarkup is shown in ${shown}`).toBeUndefined();
    }
    // Some texts are valid, most aren't; a check that reports everything or nothing would fail here.
    expect(valid).toBeGreaterThan(runs / 50);
    expect(valid).toBeLessThan(runs);
  },
);
