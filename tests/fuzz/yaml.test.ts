import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { randomFrom } from '../../src/artwork/random.ts';
import { readContent } from '../../src/model/read/content.ts';
import { copyWithChanges } from '../content-errors/copy-with-changes.ts';

/** `FUZZ=5000 npx vitest run --project fuzz` tries more values; SEED changes them. */
const runs = Number(process.env['FUZZ'] ?? 120);
const seed = Number(process.env['SEED'] ?? 2018);

const { dir, remove } = copyWithChanges({});
afterAll(remove);

/** Ways to write a field's value, each with two unique words. */
const values: ((one: string, other: string) => string)[] = [
  (one, other) => `${one} ${other}`,
  (one, other) => `"${one} ${other}"`,
  (one, other) => `'${one} ${other}'`,
  (one, other) => `'${one}' ${other}`,
  (one, other) => `"${one}" ${other}`,
  (one, other) => `“${one}” ${other}`,
  (one, other) => `"${one} "${other}"`,
  (one, other) => `${one} "${other}"`,
  (one, other) => `${one}: ${other}`,
  (one, other) => `${one} #${other}`,
  (one, other) => `${one} # ${other}`,
  (one, other) => `"${one} ${other}" # A comment after quotation marks can't be part of the text.`,
  (one, other) => `#${one} ${other}`,
  (one, other) => `${one}\n  ${other}`,
  (one, other) => `${one}\n${other}`,
  (one, other) => `${one}\n\n  ${other}`,
  (one, other) => `>-\n  ${one}\n  ${other}`,
  (one, other) => `>\n  ${one}\n\n  ${other}`,
  (one, other) => `|\n  ${one}\n    ${other}`,
  (one, other) => `| ${one}\n  ${other}`,
  (one, other) => `|2\n  ${one} # ${other}`,
  (one, other) => `[${one}, ${other}]`,
  (one, other) => `["${one}", ${other}`,
  (one, other) => `{${one}: ${other}}`,
  (one, other) => `{${one}, ${other}}`,
  (one, other) => `\n  - ${one}\n  - ${other}`,
  (one, other) => `\n  - ${one}\n - ${other}`,
  (one, other) => `\n- ${one}\n- "${other}"`,
  (one, other) => `\n  ${one}: ${other}`,
  (one, other) => `- ${one} ${other}`,
  (one, other) => `&${one} ${other}`,
  (one, other) => `*${one} ${other}`,
  (one, other) => `!${one} ${other}`,
  (one, other) => `!!str ${one} ${other}`,
  (one, other) => `!!binary ${one}${other}`,
  (one, other) => `@${one} ${other}`,
  (one, other) => `%${one} ${other}`,
  (one, other) => `\`${one}\` ${other}`,
  (one, other) => `"${one}\\n${other}"`,
  (one, other) => `"${one}\\q${other}"`,
  (one, other) => `"${one}\\\n  ${other}"`,
  (one, other) => `"${one}\n  ${other}"`,
  (one, other) => `? ${one}\n: ${other}`,
  (one, other) => `${one}\t# ${other}`,
  (one, other) => `${one}\n# ${other}\n  ${other}`,
  (one, other) => `null # ${one} ${other}`,
  (one, other) => `${one}, ${other}`,
  (one, other) => `${one}\n...\n${other}`,
];

/** Fields with quoted values in several kinds of file; each pattern matches up to the value. */
const fields: [file: string, line: RegExp][] = [
  ['events/lantern.en.md', /^title: (?=")/m],
  ['events/lantern.en.md', /^summary: (?=")/m],
  ['events/lantern.en.md', /^ {2}- (?="Lantern Night")/m],
  ['events/lantern.en.md', /^aliases:(?=\n)/m],
  ['sources.yaml', /^ {2}title: (?=")/m],
  ['sources.yaml', /^ {2}publisher: (?=")/m],
  ['site.yaml', /^name: (?=")/m],
];

test(
  `${runs} values in various YAML notations: each word is in the edition, or its line is reported`,
  { timeout: 3_600_000 },
  () => {
    const next = randomFrom(seed);
    const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
    let valid = 0;
    for (let run = 0; run < runs; run += 1) {
      const [file, field] = pick(fields);
      const path = join(dir, file);
      const text = readFileSync(path, 'utf8');
      const found = field.exec(text);
      if (!found) throw new Error(`${file} has no line like ${String(field)}`);
      // `aliases:` has a list of several lines, which is replaced as a whole.
      const hasList = found[0].endsWith(':');
      const begin = found.index + found[0].length;
      const words = [`plantedone${run}`, `plantedtwo${run}`] as const;
      const value = pick(values)(...words);
      const rest = text.slice(begin).replace(hasList ? /^(\n {2}- .*)*/ : /^.*/, '');
      const changed = `${text.slice(0, begin)}${hasList ? ' ' : ''}${value}${rest}`;
      writeFileSync(path, changed);
      try {
        const { problems, edition } = readContent(dir);
        const errors = problems.filter(({ severity }) => severity === 'error');
        const where = `run ${run} of seed ${seed}: ${file}\n${found[0]}${value}\n`;
        const from = changed.slice(0, begin).split('\n').length;
        const to = from + value.split('\n').length - 1;
        const listed = errors.map(({ file: at, line, message }) => `${at}:${line} ${message}`).join('\n');
        if (errors.length > 0) {
          const isNear = errors.some(({ file: at, line }) => at.endsWith(file) && line >= from - 1 && line <= to + 1);
          expect(isNear, `${where}reported elsewhere:\n${listed}`).toBe(true);
          continue;
        }
        valid += 1;
        const data = JSON.stringify(edition);
        const reported = problems.some(({ file: at, line }) => at.endsWith(file) && line >= from && line <= to);
        for (const word of words) expect(data.includes(word) || reported, `${where}"${word}" is lost`).toBe(true);
      } finally {
        writeFileSync(path, text);
      }
    }
    expect(valid).toBeGreaterThan(runs / 20);
    expect(valid).toBeLessThan(runs);
  },
);
