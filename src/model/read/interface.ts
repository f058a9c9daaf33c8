import { IntlMessageFormat } from 'intl-messageformat';
import { interfaceWords } from '../schema/interface-words.ts';
import type { Report } from '../problem.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import type { ParsedYaml, YamlValue } from './yaml.ts';

/**
 * Reads a file of interface words: `search: { button: Search }` becomes `search.button`.
 * Each word is an ICU message; its placeholders must be those that the site fills in.
 *
 * @param isDefault a word missing in the default language is an error, in another a note
 * @returns the sound words, flat
 */
export function readInterface(
  parsed: ParsedYaml,
  lang: string,
  isDefault: boolean,
  error: Report,
  note: Report,
): Record<string, string> {
  const words: Record<string, string> = {};
  const known = Object.keys(interfaceWords);

  const visit = (value: YamlValue, path: string[]) => {
    const key = path.join('.');
    if (typeof value === 'object' && !Array.isArray(value) && !known.includes(key)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
      return;
    }
    const line = parsed.lineOf(path);
    if (!known.includes(key)) return error(line, key, `there is no interface word "${key}"${didYouMean(key, known)}`);
    if (typeof value !== 'string') return error(line, key, 'an interface word is a single text');
    if (value.trim() === '') return error(line, key, 'this word is empty; write it or delete the line');
    const problem = messageProblem(value, lang, interfaceWords[key as keyof typeof interfaceWords]);
    if (problem) return error(line, key, problem);
    words[key] = value;
  };
  if (parsed.data) visit(parsed.data, []);

  for (const key of known) {
    const parts = key.split('.');
    const said = parts.reduce<YamlValue | undefined>(
      (value, part) =>
        value !== undefined && typeof value === 'object' && !Array.isArray(value) ? value[part] : undefined,
      parsed.data,
    );
    if (said !== undefined || parsed.data === undefined) continue;
    const report = isDefault ? error : note;
    report(
      parsed.lineOf(parts),
      key,
      isDefault
        ? `the interface word "${key}" is missing; add it`
        : `the interface word "${key}" is missing; the default language's stands in`,
    );
  }
  return words;
}

/** Why a message can't be used, or undefined. */
function messageProblem(message: string, lang: string, placeholders: readonly string[]): string | undefined {
  let format: IntlMessageFormat;
  try {
    format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message.split('\n')[0] : '';
    return `the braces of "${message.slice(0, 40)}" are wrong (${reason}); close each { and name the cases of a plural, other among them`;
  }
  if (/'[{}]/.test(message))
    return (
      "an apostrophe before a brace takes the placeholder's meaning away; write ’, or take it out: " +
      (/'(\{[^}]*\})/.exec(message)?.[1] ?? '{')
    );
  const used = argumentsOf(format.getAst());
  const wrong = used.find(
    ({ name, type }) =>
      placeholders.includes(name) && (numeric.includes(name) ? ![1, 2, 6].includes(type) : ![1, 5].includes(type)),
  );
  if (wrong)
    return `{${wrong.name}, …} can't be formatted so; write {${wrong.name}}${numeric.includes(wrong.name) ? `, {${wrong.name}, number} or a plural` : ' and nothing more'}`;
  const strange = used.map(({ name }) => name).find((name) => !placeholders.includes(name));
  if (strange !== undefined)
    return placeholders.length === 0
      ? `{${strange}} is never filled in here; take it out`
      : `{${strange}} is never filled in here; use ${placeholders.map((name) => `{${name}}`).join(', ')}`;
  return undefined;
}

/** Placeholders that the site fills in with numbers; all others are texts. */
const numeric: readonly string[] = ['count', 'days', 'cities', 'countries', 'km', 'minutes'];

/**
 * All arguments of a parsed ICU message. Types are those of icu-messageformat-parser:
 * 0 literal, 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 7 the # of a plural.
 */
function argumentsOf(elements: ReturnType<IntlMessageFormat['getAst']>): { name: string; type: number }[] {
  return elements.flatMap((element) => {
    const found: { name: string; type: number }[] = [];
    if (element.type !== 0 && element.type !== 7) found.push({ name: element.value, type: element.type });
    if ('options' in element)
      for (const option of Object.values(element.options)) found.push(...argumentsOf(option.value));
    return found;
  });
}
