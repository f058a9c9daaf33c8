import { flatWords } from '../model/read/shipped-words.ts';
import { splitFrontMatter } from '../model/read/front-matter.ts';
import { wordKeys } from '../model/schema/kinds.ts';
import { parseYaml, type YamlValue } from '../model/read/yaml.ts';

/** A part of an entry's words: a field of the front matter, or the text. */
export type Part = (typeof wordKeys)[number] | 'text';

/** An entry's words, normalised so that only differences that need translation remain. */
export type Wording = Partial<Record<Part, string>>;

const silent = () => undefined;

/** Ignores line breaks, the style of quotation marks and editors' comments. */
const plain = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** The words of a current or earlier version of a file, without its facts. If it is invalid, as many as can be read. */
export function wordingOf(source: string): Wording {
  const split = splitFrontMatter(source.replace(/\r\n?/g, '\n'), silent);
  if (!split) return { text: plain(source) };
  const data: Record<string, YamlValue> = parseYaml(split.yaml, split.yamlLine, silent).data ?? {};
  const wording: Wording = { text: plain(split.body) };
  for (const key of wordKeys) if (data[key] !== undefined) wording[key] = plain(textsOf(data[key]).join('\n'));
  return wording;
}

const textsOf = (value: YamlValue): string[] => [value].flat().filter((text) => typeof text === 'string');

/** The parts that differ, in the order in which they appear in a file. */
export const changedParts = (before: Wording, now: Wording): Part[] =>
  ([...wordKeys, 'text'] as const).filter((part) => before[part] !== now[part]);

/** The messages in a file of interface words, as a flat map. */
export function messagesOf(source: string): Map<string, string> {
  const { data } = parseYaml(source.replace(/\r\n?/g, '\n'), 1, silent);
  return new Map(Object.entries(flatWords(data ?? {})).map(([key, text]) => [key, plain(text)]));
}
