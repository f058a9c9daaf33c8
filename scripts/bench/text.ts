/** Made-up names and sentences in three languages for `npm run bench`, reproducible from a seed. */
import { randomFrom } from '../../src/artwork/random.ts';

export const languages = ['en', 'pl', 'fr'];

/** Generates unique names, and texts that have the same names and numbers in every language. */
export class Writer {
  readonly #random: () => number;
  readonly #taken = new Set<string>();

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.#number(0, items.length - 1)] as T;
  }

  name(): string {
    for (;;) {
      const syllables = Array.from({ length: this.#number(2, 4) }, () => this.pick(onsets) + this.pick(vowels)).join(
        '',
      );
      const name = `${syllables[0]?.toUpperCase()}${syllables.slice(1)}${this.pick(endings)}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  /** One sentence about `name`, in each language. */
  summary(name: string): string[] {
    return this.#fill(summary, name);
  }

  /**
   * Markdown with three sections, the last with a footnote and a link, in each language.
   * @param source key of the footnote's source
   * @param link address of another page
   */
  body(name: string, source: string, link: string): string[] {
    const section = () =>
      joined(
        Array.from({ length: this.#number(3, 5) }, () => this.#fill(this.pick(sentences), name)),
        ' ',
      );
    const reference = references.map((text) => `${text}[^${source}] [${name}](${link}).`);
    const [second, third] = headings as [string[], string[]];
    return joined([section(), second, section(), third, section(), reference], '\n\n');
  }

  #number(min: number, max: number): number {
    return min + Math.floor(this.#random() * (max - min + 1));
  }

  #fill(template: readonly string[], name: string): string[] {
    const person = `${this.name()} ${this.name()}`;
    const values: Record<string, unknown> = {
      name,
      person,
      year: this.#number(1890, 2017),
      count: this.#number(12, 900),
    };
    return template.map((text) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key])));
  }
}

const joined = (texts: readonly string[][], separator: string): string[] =>
  languages.map((_, index) => texts.map((text) => text[index]).join(separator));

const onsets = ['m', 'v', 'r', 'l', 's', 't', 'k', 'd', 'n', 'b', 'br', 'tr', 'gr', 'st', 'p', 'f', 'z', 'h'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ar', 'en', 'il', 'or', 'an', 'el', 'is', 'ou', 'ai'];
const endings = ['n', 'l', 'va', 'ra', 'mo', 'sk', 'det', 'ne', 'lia', 'r', 'ster'];

const headings = [
  ['## Who came', '## Kto przyjechał', '## Qui est venu'],
  ['## What remained', '## Co pozostało', '## Ce qui en reste'],
];
const references = ['The report has more.', 'Więcej podaje sprawozdanie.', 'Le rapport en dit plus.'];
const summary = [
  '{name} brought together {count} people from the creative cities, among them {person}.',
  '{name}: spotkanie {count} osób z miast kreatywnych, wśród nich {person}.',
  '{name} a réuni {count} personnes des villes créatives, dont {person}.',
];
const sentences = [
  [
    'In {year} {person} opened a workshop in the old town, and {name} grew out of it.',
    'W {year} roku {person} otwiera pracownię na starym mieście i tak powstaje {name}.',
    'En {year}, {person} ouvre un atelier dans la vieille ville, et {name} en est issu.',
  ],
  [
    'About {count} readers, listeners and makers came, more than the organisers had hoped for.',
    'Przyszło około {count} czytelników, słuchaczy i twórców, więcej, niż liczyli organizatorzy.',
    'Environ {count} lecteurs, auditeurs et artisans sont venus, plus que les organisateurs ne l’espéraient.',
  ],
  [
    '{person} showed how paper, wood and wool were worked by hand before the factories came.',
    '{person} pokazuje, jak papier, drewno i wełnę obrabiano ręcznie, zanim przyszły fabryki.',
    '{person} a montré comment le papier, le bois et la laine se travaillaient à la main avant les usines.',
  ],
  [
    'Since {year} the city has kept an archive of posters, recordings and letters, which anybody may use.',
    'Od {year} roku miasto prowadzi archiwum plakatów, nagrań i listów, z którego każdy może korzystać.',
    'Depuis {year}, la ville conserve des archives d’affiches, d’enregistrements et de lettres, ouvertes à tous.',
  ],
];
