import { IntlMessageFormat } from 'intl-messageformat';
import { isBlank } from '../schema/characters.ts';
import { interfaceWords, optionalPlaceholders, type InterfaceWord } from '../schema/interface-words.ts';
import type { Edition } from '../edition.ts';
import type { Folder } from '../files.ts';
import type { Report, ReportInFile } from '../problem.ts';
import { didYouMean } from '../schema/did-you-mean.ts';
import type { Site } from '../schema/site.ts';
import { markupIn } from '../schema/values.ts';
import { readYamlFile } from './settings-files.ts';
import { shippedWords } from './shipped-words.ts';
import type { ParsedYaml, YamlValue } from './yaml.ts';

/** The interface words of each language: the kit's, with the edition's overrides. */
export function readInterfaces(
  dir: string,
  folder: Folder,
  site: Site,
  error: ReportInFile,
  note: ReportInFile,
): Edition['interface'] {
  const words: Edition['interface'] = {};
  site.languages.forEach(({ code, name }, index) => {
    const file = `interface/${code}.yaml`;
    const isDefault = index === 0;
    const shipped = shippedWords(code);
    let own: Record<string, string> = {};
    if (folder.interfaces.includes(code)) {
      const report = error.bind(undefined, file);
      const parsed = readYamlFile(dir, file, report, () => true);
      if (parsed) own = readInterface(parsed, code, { shipped, isDefault }, report, note.bind(undefined, file));
    } else if (!shipped && isDefault)
      error(
        file,
        1,
        '',
        `the kit has no interface words in ${name}; copy src/i18n/words/en.yaml to this file and translate it`,
      );
    else if (!shipped)
      note(file, 1, '', `the kit has no interface words in ${name}; the default language's are used instead`);
    words[code] = { ...shipped, ...own };
  });
  return words;
}

/**
 * Reads a file of interface words: `search: { button: Search }` becomes `search.button`.
 * Each word is an ICU message; its placeholders must be those that the site fills in.
 *
 * @param options.shipped   the kit's words in the language, if it has any: the file needs only those that differ
 * @param options.isDefault is it the default language? A word missing here and in the kit is then an error, else a note
 * @returns the valid words, flat
 */
function readInterface(
  parsed: ParsedYaml,
  lang: string,
  { shipped, isDefault }: { shipped: Record<string, string> | undefined; isDefault: boolean },
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
    const problem = !known.includes(key)
      ? `there is no interface word "${key}"${didYouMean(key, known)}`
      : typeof value !== 'string'
        ? 'an interface word must be a single text value'
        : isBlank(value)
          ? 'this is empty; write something or delete the line'
          : messageProblem(value, lang, key as InterfaceWord);
    if (problem !== undefined) {
      error(line, key, problem);
      return;
    }
    words[key] = value as string;
    if (value === shipped?.[key]) note(line, key, 'this is what the site says anyway; delete the line');
    const form = missingForm(value as string, lang);
    if (form !== undefined)
      note(line, key, `the plural has no form "${form.name}", which this language uses for ${form.example}; add it`);
  };
  if (parsed.data) visit(parsed.data, []);

  for (const key of shipped ? [] : known) {
    const parts = key.split('.');
    const found = parts.reduce<YamlValue | undefined>(
      (value, part) =>
        value !== undefined && typeof value === 'object' && !Array.isArray(value) ? value[part] : undefined,
      parsed.data,
    );
    if (found !== undefined || parsed.data === undefined) continue;
    const report = isDefault ? error : note;
    report(
      parsed.lineOf(parts),
      key,
      isDefault
        ? `the interface word "${key}" is missing; add it`
        : `the interface word "${key}" is missing; the default language's is used instead`,
    );
  }
  return words;
}

/** What is wrong with a message, or undefined. */
export function messageProblem(message: string, lang: string, word: InterfaceWord): string | undefined {
  const placeholders: readonly string[] = interfaceWords[word];
  let format: IntlMessageFormat;
  try {
    format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
  } catch (failure) {
    return syntaxProblem(message, failure instanceof Error ? failure.message : '');
  }
  if (/'[{}]/.test(message) || (/'#/.test(message) && /\{\s*\w+\s*,\s*(plural|selectordinal)/.test(message)))
    return `an apostrophe before ${/'(\{[^}]*\}|[{}#])/.exec(message)?.[1]} makes it plain text; write ’ or delete the apostrophe`;
  const markup = markupIn(message);
  if (markup !== undefined)
    return `"${markup}" would be shown as it is, because interface words are plain text; remove it`;
  const used = argumentsOf(format.getAst());
  const list = placeholders.map((name) => `{${name}}`).join(', ');
  for (const { name, type, forms } of used) {
    if (!placeholders.includes(name))
      return `{${name}} is never filled in here; ${placeholders.length === 0 ? 'remove it' : `use ${list}`}`;
    const isNumber = numeric.includes(name);
    if (!(isNumber ? [types.argument, types.number, types.plural] : [types.argument, types.select]).includes(type))
      return `{${name}} can't have these options; write {${name}}${isNumber ? `, {${name}, number} or a plural` : ''}`;
    const unknown = forms.find(
      (form) => !/^=\d+$/.test(form.name) && !pluralForms(lang, form.ordinal).includes(form.name),
    );
    if (unknown)
      return `the plural form "${unknown.name}" is never used in this language; use ${pluralForms(lang, unknown.ordinal).join(', ')}`;
  }
  const optional: readonly string[] = optionalPlaceholders[word] ?? [];
  const missing = placeholders.find(
    (name) => !optional.includes(name) && !used.some((argument) => argument.name === name),
  );
  return missing === undefined ? undefined : `{${missing}} is missing; add it, because the site fills it in`;
}

/**
 * The first plural form that a message lacks although its language uses it for whole numbers, with an example: a
 * number that gets the form `other` instead. Forms used only for fractions or millions aren't needed.
 */
export function missingForm(message: string, lang: string): { name: string; example: number } | undefined {
  for (const { forms } of argumentsOf(new IntlMessageFormat(message, lang, undefined, { ignoreTag: true }).getAst())) {
    const [first] = forms;
    if (!first) continue;
    const rules = new Intl.PluralRules(lang, { type: first.ordinal ? 'ordinal' : 'cardinal' });
    const written = new Set(forms.map(({ name }) => name));
    // A message that is the same for all numbers needs no forms.
    if (written.size === 1) continue;
    for (let example = 0; example <= 120; example += 1) {
      const name = rules.select(example);
      if (!written.has(name) && !written.has(`=${example}`)) return { name, example };
    }
  }
  return undefined;
}

/** What is wrong with the braces of a message, from the parser's error. */
function syntaxProblem(message: string, error: string): string {
  const quoted = `"${message.slice(0, 40)}"`;
  if (/EXPECT_ARGUMENT_CLOSING_BRACE|UNCLOSED|EMPTY_ARGUMENT/.test(error))
    return `a { in ${quoted} is empty or never closed; close each { with }`;
  if (/MISSING_OTHER_CLAUSE/.test(error)) return `a plural in ${quoted} has no form "other"; add it`;
  if (/INVALID_ARGUMENT_TYPE/.test(error))
    return `the word after the comma in ${quoted} must be plural, number or select; correct ${/,\s*(\w+)/.exec(message)?.[1] ?? 'it'}`;
  return `the braces in ${quoted} are wrong; close each { and name the forms of a plural, including "other"`;
}

/** Placeholders that the site fills in with numbers; all others are texts. */
const numeric: readonly string[] = ['count', 'edition', 'days', 'cities', 'countries', 'km', 'minutes'];

/** The plural forms of a language. Exact values such as `=0` are possible in all languages. */
const pluralForms = (lang: string, ordinal: boolean): string[] =>
  new Intl.PluralRules(lang, { type: ordinal ? 'ordinal' : 'cardinal' }).resolvedOptions().pluralCategories;

/** Types of icu-messageformat-parser; 0 is literal text. */
const types = { argument: 1, number: 2, select: 5, plural: 6 };

interface Argument {
  name: string;
  type: number;
  /** The forms of a plural. */
  forms: { name: string; ordinal: boolean }[];
}

/** All arguments of a parsed ICU message. */
function argumentsOf(elements: ReturnType<IntlMessageFormat['getAst']>): Argument[] {
  return elements.flatMap((element): Argument[] => {
    if (!('value' in element)) return [];
    const type: number = element.type;
    if (type === 0) return [];
    const options = 'options' in element ? element.options : {};
    const forms =
      'pluralType' in element
        ? Object.keys(options).map((name) => ({ name, ordinal: element.pluralType === 'ordinal' }))
        : [];
    const inner = Object.values(options).flatMap((option) => argumentsOf(option.value));
    return [{ name: element.value, type, forms }, ...inner];
  });
}
