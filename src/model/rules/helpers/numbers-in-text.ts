/**
 * Extracts a text's numbers in a normalised form, so that a translation can be compared with its original: `770,000`,
 * `770 000` and `٧٧٠٬٠٠٠` are the same number, as are `12th`, `12e`, `12.` and `XII`, and `12 June` equals `12
 * czerwca`. Number formats and month names come from Intl (Unicode CLDR).
 */

/** The forms of a month's name, or their common stem if it is inflected: "czerw" of czerwiec, czerwca, czerwcu. */
interface Month {
  forms: string[];
  inflected: boolean;
}

/** Patterns for the numbers and months of a language. */
interface NumberPatterns {
  group: RegExp;
  month: RegExp;
  months: Month[];
  /** Words such as "million" after a number, and their factors. */
  scale: RegExp;
  scales: Map<string, number>;
}

const patternsByLanguage = new Map<string, NumberPatterns>();

function patternsFor(lang: string): NumberPatterns {
  const cached = patternsByLanguage.get(lang);
  if (cached) return cached;
  const sign = new Intl.NumberFormat(lang, { numberingSystem: 'latn' })
    .formatToParts(1234567)
    .find(({ type }) => type === 'group')?.value;
  const months = monthsOf(lang);
  const names = months
    .flatMap(({ forms, inflected }) => forms.map((form) => eitherCase(form) + (inflected ? '\\p{L}{0,4}' : '')))
    .join('|');
  // Languages that inflect months use no "de" before them, and a short stem would match too many words.
  const between = months.some(({ inflected }) => inflected) ? '' : '(?:\\p{L}{2,3}\\s)?';
  const scales = scalesOf(lang);
  const patterns: NumberPatterns = {
    // Thousands are separated by spaces (ISO 80000-1, 7.3.1) or by the language's own separator.
    group: new RegExp(`(?<![\\d.,])\\d{1,3}(?:[ \\u00a0\\u202f${sign ? escape(sign) : ''}]\\d{3})+(?!\\d)`, 'gu'),
    // Only next to a number (with or without "de"), in lower or title case: in English, "may" and "march" are ordinary
    // words too.
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
  patternsByLanguage.set(lang, patterns);
  return patterns;
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
    // In languages such as Japanese, the month of a formatted date is only its number.
    if (/^\d/.test(name)) return { forms: [name], inflected: false };
    return { forms: inflected ? [name.slice(0, length)] : [...new Set([name, other])], inflected };
  });
}

/** "thousand" and "million" in all their plural forms. */
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

/** A name with a lower-case or upper-case first letter. */
const eitherCase = (name: string) =>
  `[${escape(name.charAt(0))}${escape(name.charAt(0).toUpperCase())}]${escape(name.slice(1))}`;

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Digits of all scripts and their values. */
const digits = new Map(
  Intl.supportedValuesOf('numberingSystem').flatMap((numberingSystem) =>
    Array.from({ length: 10 }, (_, value) => {
      const sign = new Intl.NumberFormat('en', { numberingSystem }).format(value);
      return [sign, /^\p{Nd}$/u.test(sign) ? String(value) : sign] as const;
    }),
  ),
);

const romanSigns: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
/** At least two letters: a single one may be an initial or a pronoun. French writes XIIe. */
const roman =
  /(?<![\p{L}\d])(?=[IVXLCDM]{2})(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:e|ème)?(?![\p{L}\d])/gu;

function valueOf(numeral: string): number {
  const values = Array.from(numeral, (sign) => romanSigns[sign] as number);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/**
 * The numbers of a text in order: as digits without leading zeros, times as hours and minutes (full hours
 * without minutes), months next to a number as `month 6`. Number words ("twelve") don't count.
 *
 * @param lang the language of the text (BCP 47)
 */
export function numbersIn(text: string, lang: string): string[] {
  const { group, month, months, scale, scales } = patternsFor(lang);
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
