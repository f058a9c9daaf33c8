import { IntlMessageFormat } from 'intl-messageformat';
import { interfaceWords } from './interface-words.ts';
import type { Report } from './problem.ts';
import { hint } from './suggest.ts';
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
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
      return;
    }
    const line = parsed.lineOf(path);
    if (!known.includes(key)) return error(line, key, `there is no interface word "${key}"${hint(key, known)}`);
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
  const strange = argumentsOf(format.getAst()).find((name) => !placeholders.includes(name));
  if (strange !== undefined)
    return placeholders.length === 0
      ? `{${strange}} is never filled in here; take it out`
      : `{${strange}} is never filled in here; use ${placeholders.map((name) => `{${name}}`).join(', ')}`;
  return undefined;
}

/** Names of all arguments of a parsed ICU message. */
function argumentsOf(elements: ReturnType<IntlMessageFormat['getAst']>): string[] {
  return elements.flatMap((element) => {
    const names: string[] = [];
    // 0 is literal text and 7 the # of a plural; all else has an argument's name in `value` (TYPE of icu-messageformat-parser).
    if (element.type !== 0 && element.type !== 7) names.push(element.value);
    if ('options' in element)
      for (const option of Object.values(element.options)) names.push(...argumentsOf(option.value));
    return names;
  });
}
