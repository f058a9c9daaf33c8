import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import { expect, test } from 'vitest';
import { isThisEdition } from '../helpers/this-edition.ts';

const documents = globSync('{*.md,docs/*.md}').filter((file) => file !== join('docs', 'claims.md'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Another edition doesn't have the content files and claims that the documents name. */
const isChecked = (path: string) => isThisEdition || !/content\/.|claims\.md/.test(path);

/** The text without code blocks, whose `#` lines are comments. */
const prose = (file: string) => readFileSync(file, 'utf8').replace(/^ *```[\s\S]*?^ *```$/gm, '');

function headingIds(file: string): string[] {
  const slugger = new Slugger();
  return [...prose(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading));
}

test('links between the documents lead to files and headings that exist', () => {
  const links = documents.flatMap((file) =>
    [
      ...prose(file)
        .replace(/`[^`\n]*\]\([^`]*`/g, '')
        .matchAll(/\]\(([^)\s]+)/g),
    ].map(([, link = '']) => ({ file, link })),
  );
  const local = links.filter(({ link }) => !/^https?:/.test(link) && isChecked(link));
  expect(local.length).toBeGreaterThan(20);
  const broken = local.filter(({ file, link }) => {
    const [path = '', fragment] = link.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    return !existsSync(target) || (fragment !== undefined && !headingIds(target).includes(fragment));
  });
  expect(broken).toEqual([]);
});

test('files, folders and commands that the documents name exist', () => {
  const missing = documents.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const paths = [...text.matchAll(/`((?:src|scripts|tests|docs|public)\/[^`\s*<]*)`/g)].map(([, path = '']) => path);
    const commands = [...text.matchAll(/npm run ([\w:]+(?:-\w+)*)/g)].map(([, name = '']) => name);
    return [
      ...paths.filter((path) => isChecked(path) && !existsSync(path)),
      ...commands.filter((name) => !Object.hasOwn(scripts, name)),
    ].map((name) => `${file}: ${name}`);
  });
  expect(missing).toEqual([]);
});
