/**
 * The texts whose spelling is checked. Only what readers see is checked: texts without code and addresses; front matter
 * without facts, slugs and aliases; interface words without placeholders.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { readBody } from '../../src/model/body.ts';
import { compare } from '../../src/model/problem.ts';
import { readText } from '../../src/model/read/file-system.ts';
import { readFolder } from '../../src/model/read/folder.ts';
import { normalise, splitFrontMatter } from '../../src/model/read/front-matter.ts';
import { wordsFolder } from '../../src/model/read/shipped-words.ts';
import { parseYaml, type YamlValue } from '../../src/model/read/yaml.ts';
import { shownWordKeys } from '../../src/model/schema/words.ts';

/** Text from a file, with the line on which it begins. */
export interface Piece {
  file: string;
  line: number;
  text: string;
}

/** The words for readers, by language. Files that can't be read are skipped: the content check reports them. */
export function textsOfContent(dir: string): Map<string, Piece[]> {
  const pieces = new Map<string, Piece[]>();
  const silent = () => undefined;
  const folder = readFolder(dir, [], silent);
  for (const { file, lang, extension } of folder.entries) {
    const split = splitFrontMatter(readText(dir, file, silent) ?? '', silent);
    if (!split) continue;
    const { data = {}, lineOf } = parseYaml(split.yaml, split.yamlLine, silent);
    for (const key of shownWordKeys)
      for (const [index, text] of [data[key] ?? []].flat().entries())
        if (typeof text === 'string') add(pieces, lang, [{ file, line: lineOf([key, index]), text }]);
    add(pieces, lang, passages(file, split.body, split.bodyLine, extension));
  }
  for (const lang of folder.interfaces) {
    const file = `interface/${lang}.yaml`;
    add(pieces, lang, messages(file, readText(dir, file, silent) ?? '', lang));
  }
  return pieces;
}

/** The documents and the kit's interface words, by language, and the languages of the documents. */
export function textsOfDocuments(dir: string) {
  const pieces = new Map<string, Piece[]>();
  for (const file of globSync('{*.md,docs/*.md}', { cwd: dir }).sort(compare)) {
    const lang = /\.([a-z]{2,3}(?:-[A-Z]{2})?)\.md$/.exec(file)?.[1] ?? 'en';
    add(pieces, lang, passages(file, readFileSync(join(dir, file), 'utf8'), 1));
  }
  const languages = new Set(pieces.keys());
  for (const file of globSync(`${wordsFolder}/*.yaml`, { cwd: dir }).sort(compare)) {
    const lang = basename(file, '.yaml');
    add(pieces, lang, messages(file, readFileSync(join(dir, file), 'utf8'), lang));
  }
  return { pieces, languages };
}

/** The messages of a file of interface words. */
function messages(file: string, source: string, lang: string): Piece[] {
  const { data, lineOf } = parseYaml(normalise(source), 1, () => undefined);
  const visit = (value: YamlValue, path: string[]): Piece[] =>
    typeof value === 'string'
      ? [{ file, line: lineOf(path), text: literals(value, lang) }]
      : Object.entries(value).flatMap(([key, inner]) => visit(inner, [...path, key]));
  return visit(data ?? {}, []);
}

const add = (pieces: Map<string, Piece[]>, lang: string, more: Piece[]) =>
  pieces.set(lang, [...(pieces.get(lang) ?? []), ...more]);

const passages = (file: string, body: string, firstLine: number, extension: 'md' | 'mdx' = 'md'): Piece[] =>
  readBody(body, extension).passages.map(({ line, text }) => ({ file, line: firstLine + line - 1, text }));

/** An interface word without its placeholders. */
function literals(message: string, lang: string): string {
  const read = (elements: ReturnType<IntlMessageFormat['getAst']>): string =>
    elements
      .map((element) => {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-comparison -- TYPE.literal, which the package doesn't export
        if (element.type === 0) return element.value;
        if ('options' in element)
          return Object.values(element.options)
            .map(({ value }) => read(value))
            .join(' … ');
        return '…';
      })
      .join('');
  try {
    return read(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst());
  } catch {
    return '';
  }
}
