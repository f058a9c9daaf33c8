/**
 * The interface words that come with the kit: src/i18n/words/<lang>.yaml. Tests check them, so they are read without
 * checks.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare } from '../problem.ts';
import { parseYaml, type YamlValue } from './yaml.ts';

/** Their folder, relative to the project root. */
export const wordsFolder = 'src/i18n/words';

/** The languages that the kit has words for. */
export const shippedLanguages = (): string[] =>
  readdirSync(wordsFolder)
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort(compare);

/**
 * The code of the kit's words that fit a language: its own, or the one that it is a variety of. For example, `es` is
 * used for `es-MX`, and `zh-Hans` for `zh-CN`. Undefined if the kit has no suitable words;
 * words in another script are never used.
 */
export function shippedLanguage(lang: string): string | undefined {
  const shipped = shippedLanguages();
  const isSame = (code: string) => writing(code) === writing(lang);
  for (let code = lang; code !== ''; code = code.replace(/-?[^-]+$/, ''))
    if (shipped.includes(code)) return isSame(code) ? code : undefined;
  return shipped.find(isSame);
}

/** A language and its script: `zh-Hans`. */
function writing(code: string): string {
  const { language, script } = new Intl.Locale(code).maximize();
  return `${language}-${script}`;
}

/** The text of the kit's file for a language; undefined if there is none. */
export function shippedSource(lang: string): string | undefined {
  const code = shippedLanguage(lang);
  const file = resolve(join(wordsFolder, `${code}.yaml`));
  return code !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The kit's words for a language, by dotted key; undefined if it has none. */
export function shippedWords(lang: string): Record<string, string> | undefined {
  const source = shippedSource(lang);
  if (source === undefined) return undefined;
  return flatWords(parseYaml(source, 1, () => undefined, { isText: () => true }).data ?? {});
}

/** The words of a file, flat. */
export function flatWords(data: YamlValue): Record<string, string> {
  const words: Record<string, string> = {};
  const visit = (value: YamlValue, path: string[]) => {
    if (typeof value === 'string') words[path.join('.')] = value;
    else if (!Array.isArray(value)) for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
  };
  visit(data, []);
  return words;
}
