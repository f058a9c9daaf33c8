/**
 * `npm run save-addresses`: records the current addresses, so that the check reports any that disappear later.
 * It never removes addresses. Run it after each release.
 */
import './lib/uncaught-errors.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../src/model/page-addresses.ts';
import { calendarsOf } from '../src/model/calendars.ts';
import { readContent } from '../src/model/read/content.ts';
import { compare } from '../src/model/problem.ts';
import { publishedFile } from '../src/model/rules/published.ts';
import { contentDir } from '../src/settings.ts';

const { edition } = readContent(contentDir());
if (!edition) {
  process.stderr.write('The content has errors; `npm run check` lists them. Nothing was written.\n');
  process.exit(1);
}
const file = join(contentDir(), publishedFile);
const before = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
const all = [...new Set([...before, ...pagesOf(edition.entries).keys(), ...calendarsOf(edition).keys()])].sort(compare);
writeFileSync(file, `${all.join('\n')}\n`);
process.stdout.write(`${publishedFile}: ${all.length} addresses, ${all.length - before.length} of them new.\n`);
