/**
 * Readable sentences in three languages from a small grammar, the same every time: what the measurements are made with.
 * Each sentence says the same in every language, with the same names and figures, so the content check has nothing to say.
 */
import { randomFrom } from '../lib/random.ts';

export const languages = ['en', 'pl', 'fr'] as const;
export type Lang = (typeof languages)[number];
/** A text in each language. */
export type Text = Record<Lang, string>;

export class Writer {
  readonly #random: () => number;
  readonly #taken = new Set<string>();

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  /** A name that nobody has. @param syllables how many it is made of */
  name(syllables = this.number(2, 3)): string {
    const word = Array.from({ length: syllables }, () => this.pick(beginnings) + this.pick(middles)).join('');
    const whole = word + this.pick(ends);
    return whole[0]?.toUpperCase() + whole.slice(1);
  }

  /** A name that no other page has. */
  ownName(): string {
    for (;;) {
      const name = this.name();
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  /** What is called so, in each language: "Lantern concert: Marovel". */
  title(things: readonly Text[], name: string): Text {
    const thing = this.pick(things);
    return { en: `${thing.en}: ${name}`, pl: `${thing.pl}: ${name}`, fr: `${thing.fr} : ${name}` };
  }

  /** One sentence of 60 to 150 letters. */
  summary(name: string): Text {
    return this.#fill(this.pick(summaries), name);
  }

  /** A text of several paragraphs under headings. @param note key of a source  @param to pages that it links to */
  body(name: string, note: string, to: readonly string[]): Text {
    const parts: Text[] = [];
    for (let part = 0; part < 3; part++) {
      if (part > 0) parts.push(this.pick(headings));
      const paragraph = Array.from({ length: this.number(3, 5) }, () => this.#fill(this.pick(sentences), name));
      const target = to[part];
      if (part === 0) paragraph.push(sourced(note));
      if (target !== undefined) paragraph.push(linked(target));
      parts.push(joined(paragraph, ' '));
    }
    return joined(parts, '\n\n');
  }

  #fill(template: Text, name: string): Text {
    const values: Record<string, string> = {
      name,
      person: `${this.name(2)} ${this.name(2)}`,
      other: this.name(2),
      year: String(this.number(1890, 2017)),
      count: String(this.number(12, 900)),
      few: String(this.number(11, 40)),
    };
    return each((lang) => template[lang].replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? key));
  }
}

export const each = (make: (lang: Lang) => string): Text => ({ en: make('en'), pl: make('pl'), fr: make('fr') });

const joined = (texts: readonly Text[], between: string): Text =>
  each((lang) => texts.map((text) => text[lang]).join(between));

const sourced = (key: string): Text => ({
  en: `So the report of the organisers says.[^${key}]`,
  pl: `Tak podaje sprawozdanie organizatorów.[^${key}]`,
  fr: `C’est ce que dit le rapport des organisateurs.[^${key}]`,
});

const linked = (address: string): Text => ({
  en: `More of this is told [on a page of its own](${address}).`,
  pl: `Więcej o tym mówi [osobna strona](${address}).`,
  fr: `La suite se lit [sur une page à part](${address}).`,
});

const beginnings = ['m', 'v', 'r', 'l', 's', 't', 'k', 'd', 'n', 'b', 'br', 'tr', 'gr', 'st', 'p', 'f', 'z', 'h'];
const middles = ['a', 'e', 'i', 'o', 'u', 'ar', 'en', 'il', 'or', 'an', 'el', 'is', 'ou', 'ai'];
const ends = ['n', 'l', 'va', 'ra', 'mo', 'sk', 'det', 'ne', 'ra', 'lia', 'r', 'ster'];

const three = (en: string, pl: string, fr: string): Text => ({ en, pl, fr });

export const things = {
  events: [
    three('Lantern concert', 'Koncert przy latarniach', 'Concert aux lanternes'),
    three('Street of readers', 'Ulica czytelników', 'La rue des lecteurs'),
    three('Night of films', 'Noc filmów', 'Nuit du cinéma'),
    three('Market of makers', 'Targ rzemieślników', 'Marché des artisans'),
    three('Open workshop', 'Otwarta pracownia', 'Atelier ouvert'),
    three('Choir in the yard', 'Chór na podwórzu', 'Un chœur dans la cour'),
    three('Exhibition', 'Wystawa', 'Exposition'),
    three('Walk with stories', 'Spacer z opowieściami', 'Promenade contée'),
  ],
  sessions: [
    three('Working group', 'Grupa robocza', 'Groupe de travail'),
    three('Round table', 'Okrągły stół', 'Table ronde'),
    three('Report of the cities', 'Sprawozdanie miast', 'Rapport des villes'),
    three('Visit of the delegates', 'Wizyta delegatów', 'Visite des délégués'),
  ],
  venues: [
    three('Hall', 'Sala', 'Salle'),
    three('Old brewery', 'Stary browar', 'Ancienne brasserie'),
    three('Library', 'Biblioteka', 'Bibliothèque'),
    three('Theatre', 'Teatr', 'Théâtre'),
  ],
  pages: [
    three('About the archive', 'O archiwum', 'À propos des archives'),
    three('A letter from the editors', 'List od redakcji', 'Une lettre de la rédaction'),
    three('Memories', 'Wspomnienia', 'Souvenirs'),
  ],
} satisfies Record<string, Text[]>;

const headings: Text[] = [
  three('## What there was', '## Co się działo', '## Ce qu’il y avait'),
  three('## Who came', '## Kto przyjechał', '## Qui est venu'),
  three('## What remained', '## Co pozostało', '## Ce qui en reste'),
  three('## How it was prepared', '## Jak to przygotowano', '## Comment on l’a préparé'),
];

const summaries: Text[] = [
  three(
    '{name} brought together {count} people from the creative cities, among them {person}, for talks and music.',
    '{name}: spotkanie {count} osób z miast kreatywnych, wśród nich {person}, rozmowy i muzyka.',
    '{name} a réuni {count} personnes des villes créatives, dont {person}, autour de débats et de musique.',
  ),
  three(
    'What {name} shows to guests of the meeting, as {person} tells it, and how it began in {year}.',
    'Co {name} pokazuje gościom spotkania, o czym opowiada {person}, i jak to się zaczęło w {year} roku.',
    'Ce que {name} montre aux hôtes de la rencontre, selon {person}, et ses débuts en {year}.',
  ),
];

const sentences: Text[] = [
  three(
    'In {year} {person} opened a workshop in the old town, and {name} grew out of it.',
    'W {year} roku {person} otwiera pracownię na starym mieście i tak powstaje {name}.',
    'En {year}, {person} ouvre un atelier dans la vieille ville, et {name} en est issu.',
  ),
  three(
    'About {count} readers, listeners and makers came, more than the organisers had hoped for.',
    'Przyszło około {count} czytelników, słuchaczy i twórców, więcej, niż liczyli organizatorzy.',
    'Environ {count} lecteurs, auditeurs et artisans sont venus, plus que les organisateurs ne l’espéraient.',
  ),
  three(
    'The evening began with songs from {other} and ended with bread, cheese and long conversations.',
    'Wieczór zaczęły pieśni z miejsca, które nazywa się {other}, a zakończyły chleb, ser i długie rozmowy.',
    'La soirée a commencé par des chants de {other} et s’est achevée avec du pain, du fromage et de longues conversations.',
  ),
  three(
    '{person} showed how paper, wood and wool were worked by hand before the factories came.',
    '{person} pokazuje, jak papier, drewno i wełnę obrabiano ręcznie, zanim przyszły fabryki.',
    '{person} a montré comment le papier, le bois et la laine se travaillaient à la main avant les usines.',
  ),
  three(
    'The rooms can be reached without steps, and signs stand in several languages.',
    'Do sal można wejść bez schodów, a napisy są w kilku językach.',
    'On accède aux salles sans marches, et les panneaux sont en plusieurs langues.',
  ),
  three(
    'Since {year} the city keeps an archive of posters, recordings and letters, which anybody may use.',
    'Od {year} roku miasto prowadzi archiwum plakatów, nagrań i listów, z którego każdy może korzystać.',
    'Depuis {year}, la ville conserve des archives d’affiches, d’enregistrements et de lettres, ouvertes à tous.',
  ),
  three(
    'A choir of {few} voices sang in the courtyard while the delegates walked to the river.',
    'Chór złożony z {few} głosów śpiewał na dziedzińcu, gdy delegaci szli nad rzekę.',
    'Un chœur de {few} voix chantait dans la cour pendant que les délégués marchaient vers le fleuve.',
  ),
  three(
    '{other} and its neighbours agreed to exchange young artists every autumn.',
    '{other} i sąsiednie miasta postanowiły wymieniać młodych artystów każdej jesieni.',
    '{other} et ses voisines ont décidé d’échanger de jeunes artistes chaque automne.',
  ),
  three(
    'The film of {person} was shown twice, since the first screening had no seat left.',
    'Film, którego autorem jest {person}, pokazano dwa razy, bo na pierwszym seansie zabrakło miejsc.',
    'Le film de {person} a été projeté deux fois, la première séance étant comble.',
  ),
  three(
    'Children built lanterns from willow and paper and carried them through the streets at dusk.',
    'Dzieci budowały latarnie z wikliny i papieru i niosły je ulicami o zmierzchu.',
    'Les enfants ont fabriqué des lanternes d’osier et de papier et les ont portées dans les rues au crépuscule.',
  ),
  three(
    'According to {person}, cities learn most from what their neighbours have failed at.',
    'Miasta najwięcej uczą się z tego, co nie udało się sąsiadom – tak uważa {person}.',
    'Selon {person}, les villes apprennent surtout de ce que leurs voisines ont manqué.',
  ),
  three(
    'Tickets were free, and places were given by lot to {count} inhabitants.',
    'Bilety były bezpłatne, a miejsca wylosowało {count} mieszkańców.',
    'Les billets étaient gratuits et les places tirées au sort parmi {count} habitants.',
  ),
  three(
    'The designers of {other} presented chairs that fold into a bag, and lamps made of glass from old windows.',
    'Projektanci z miasta {other} przedstawili krzesła, które składa się do torby, i lampy ze szkła ze starych okien.',
    'Les designers de {other} ont présenté des chaises qui se plient dans un sac et des lampes en verre de vieilles fenêtres.',
  ),
  three(
    'Rain moved the last concert indoors, where {person} played until midnight.',
    'Deszcz przeniósł ostatni koncert pod dach, gdzie {person} gra do północy.',
    'La pluie a déplacé le dernier concert à l’intérieur, où {person} a joué jusqu’à minuit.',
  ),
  three(
    'Recipes were written down, translated and printed in a small book of {few} pages.',
    'Przepisy spisano, przetłumaczono i wydano w małej książce, która ma {few} stron.',
    'Les recettes ont été notées, traduites et imprimées dans un petit livre de {few} pages.',
  ),
  three(
    'Whoever wants to see the works today finds them at {other}, on the second floor of the museum.',
    'Kto chce dziś zobaczyć te prace, znajdzie je w miejscu {other}, na drugim piętrze muzeum.',
    'Qui veut voir ces œuvres aujourd’hui les trouve à {other}, au deuxième étage du musée.',
  ),
];
