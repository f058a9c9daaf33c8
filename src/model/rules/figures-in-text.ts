/**
 * The figures of a text, so that a translation can be held against its original: `770,000`, `770 000` and `٧٧٠٬٠٠٠`
 * are one number, `12th`, `12e`, `12.` and `XII` another, and `12 June` is the same day as `12 czerwca`.
 * What a language does with its numbers and months is read from Unicode CLDR by way of Intl.
 */

/** A month's name in all its forms, or what they begin with where they are inflected: "czerw" of czerwiec, czerwca, czerwcu. */
interface Month {
  forms: string[];
  inflected: boolean;
}

/** How a language writes numbers and months. */
interface Habits {
  group: RegExp;
  month: RegExp;
  months: Month[];
  /** Words that multiply the number before them, and by how much. */
  scale: RegExp;
  scales: Map<string, number>;
}

const kept = new Map<string, Habits>();

function habitsOf(lang: string): Habits {
  let habits = kept.get(lang);
  if (habits) return habits;
  const sign = new Intl.NumberFormat(lang, { numberingSystem: 'latn' })
    .formatToParts(1234567)
    .find(({ type }) => type === 'group')?.value;
  const months = monthsOf(lang);
  const names = months
    .flatMap(({ forms, inflected }) => forms.map((form) => eitherCase(form) + (inflected ? '\\p{L}{0,4}' : '')))
    .join('|');
  // A language that inflects its months puts no "de" between; there a short stem would be found in too many words.
  const between = months.some(({ inflected }) => inflected) ? '' : '(?:\\p{L}{2,3}\\s)?';
  const scales = scalesOf(lang);
  habits = {
    // Thousands are parted by spaces everywhere (ISO 80000-1, 7.3.1), and by the language's own sign besides.
    group: new RegExp(`(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f${sign ? escape(sign) : ''}]\\d{3})+(?!\\d)`, 'gu'),
    // Only beside a number, or with a "de" between, and in the month's own capitals: "may" and "march" are words like others.
    month: new RegExp(
      /^\d/.test(months[0]?.forms[0] ?? '')
        ? `(?<!\\d)(?:${names})`
        : `(?<=\\d[.º°\\s]{0,3}${between})(?:${names})(?!\\p{L})|(?<!\\p{L})(?:${names})(?=\\s${between}\\d)`,
      'gu',
    ),
    months,
    scale: new RegExp(
      `(\\d+(?:[.,]\\d+)?)[ \\u00a0\\u202f]?(${[...scales.keys()].map(escape).join('|')})(?!\\p{Ll})`,
      'giu',
    ),
    scales,
  };
  kept.set(lang, habits);
  return habits;
}

/** The months of a language, January first. */
function monthsOf(lang: string): Month[] {
  const alone = new Intl.DateTimeFormat(lang, { month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  const dated = new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long', timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, index) => {
    const day = new Date(Date.UTC(2000, index, 15));
    const name = alone.format(day);
    const other = dated.formatToParts(day).find(({ type }) => type === 'month')?.value ?? name;
    let length = 0;
    while (length < name.length && name[length] === other[length]) length += 1;
    const inflected = length >= 3 && name !== other;
    // Where months have numbers for names, Intl takes the name apart.
    if (/^\d/.test(name)) return { forms: [name], inflected: false };
    return { forms: inflected ? [name.slice(0, length)] : [...new Set([name, other])], inflected };
  });
}

/** "thousand", "million" in all their plurals. */
function scalesOf(lang: string): Map<string, number> {
  const compact = new Intl.NumberFormat(lang, { notation: 'compact', compactDisplay: 'long', numberingSystem: 'latn' });
  const scales = new Map<string, number>();
  for (const power of [1e3, 1e4, 1e6, 1e8, 1e9])
    for (const count of [1, 2, 3, 5, 1.5]) {
      const parts = compact.formatToParts(count * power);
      const shown = parts.filter(({ type }) => ['integer', 'decimal', 'fraction'].includes(type));
      const number = Number(
        shown
          .map(({ value }) => value)
          .join('')
          .replace(',', '.'),
      );
      const word = parts.find(({ type }) => type === 'compact')?.value.toLowerCase();
      if (word !== undefined && number > 0) scales.set(word, Math.round((count * power) / number));
    }
  return scales;
}

/** A name as it stands in a sentence, or at its beginning. */
const eitherCase = (name: string) =>
  `[${escape(name.charAt(0))}${escape(name.charAt(0).toUpperCase())}]${escape(name.slice(1))}`;

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Digits of all scripts, by their value. */
const digits = new Map(
  Intl.supportedValuesOf('numberingSystem').flatMap((numberingSystem) =>
    Array.from({ length: 10 }, (_, value) => {
      const sign = new Intl.NumberFormat('en', { numberingSystem }).format(value);
      return [sign, /^\p{Nd}$/u.test(sign) ? String(value) : sign] as const;
    }),
  ),
);

const romanSigns: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** Two signs at least: a lone one is a letter, an initial or a pronoun. French writes XIIe. */
const roman =
  /(?<![\p{L}\d])(?=[IVXLCDM]{2})(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:e|ème)?(?![\p{L}\d])/gu;

function valueOf(numeral: string): number {
  const values = [...numeral].map((sign) => romanSigns[sign] as number);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/**
 * All figures of a text in the order in which they stand, each in one form: numbers as digits without leading zeros,
 * hours as their hours and minutes (full hours without the minutes), months beside a number as `month 6`.
 * Number words ("twelve") are none.
 *
 * @param lang the language of the text (BCP 47)
 */
export function figuresIn(text: string, lang: string): string[] {
  const { group, month, months, scale, scales } = habitsOf(lang);
  const plain = text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/\p{Nd}/gu, (sign) => digits.get(sign) ?? sign)
    .replace(/(?<=\d)\u066c(?=\d)/g, '\u00a0')
    .replace(/(?<=\d)\u066b(?=\d)/g, '.')
    .replace(month, (name) => {
      const index = months.findIndex(({ forms }) =>
        forms.some((form) => name.toLowerCase().startsWith(form.toLowerCase())),
      );
      return ` \u0001${index + 1} `;
    })
    .replace(roman, (_, numeral: string) => ` ${valueOf(numeral)} `)
    .replace(/(?<!\d)(\d{1,2})(?::|\s?h\s?)([0-5]\d)(?!\d)/g, (_, hour: string, minute: string) =>
      minute === '00' ? hour : `${hour} ; ${minute}`,
    )
    .replace(group, (number) => number.replace(/\D/g, ''))
    .replace(scale, (_, count: string, word: string) =>
      String(Math.round(Number(count.replace(',', '.')) * (scales.get(word.toLowerCase()) as number))),
    );
  return [...plain.matchAll(/\u0001(\d+)|\d+(?:[.,]\d+)*/g)].map(([found, monthNumber]) =>
    monthNumber === undefined ? found.replace(/,/g, '.').replace(/^0+(?=\d)/, '') : `month ${monthNumber}`,
  );
}
