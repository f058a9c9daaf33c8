/** A typesetting rule: a pattern and its replacement. */
type Rule = [RegExp, string];

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

const rules: Record<string, Rule[]> = {
  // Polish: no one-letter word at the end of a line ("sierotki"), no line break within a number or before its unit or
  // month.
  pl: [
    [/(?<=^|[\s(„–—\u00a0])([aiouwzAIOUWZ]) (?=\S)/g, `$1${noBreak}`],
    [
      /(?<=\d) (?=\d{3}(?!\d)|zł|tys\.|km|proc\.|stycz|lut|mar[ce]|kwie|maj|czerw|lip|sierp|wrze|paźd|listop|grud)/g,
      noBreak,
    ],
  ],
  // Russian: the same for short words, and no dash at the beginning of a line.
  ru: [
    [/(?<=^|[\s(«„—\u00a0])([авикосуяАВИКОСУЯ]) (?=\S)/g, `$1${noBreak}`],
    [/(?<=\S) (?=— )/g, noBreak],
  ],
  // French: no line break before punctuation (Lexique des règles typographiques en usage à l'Imprimerie nationale).
  fr: [
    [/(?<=[\p{L}\p{N}»”)%]) ([;!?])/gu, `${narrowNoBreak}$1`],
    [/(?<=[\p{L}\p{N}»”)%]) (:)(?=\s|$)/gu, `${noBreak}$1`],
    [/«[ \u00a0]?/g, `«${noBreak}`],
    [/(?<=\S)[ \u00a0]?»/g, `${noBreak}»`],
    // No break within a number or before its unit.
    [/(?<=\d) (?=\d{3}(?!\d))/g, narrowNoBreak],
    [/(?<=\d) (?=%|km\b|€)/g, noBreak],
  ],
};

/** Adds the non-breaking spaces of a language to a plain text. Idempotent. */
export function typeset(lang: string, text: string): string {
  let result = text;
  for (const [pattern, replacement] of rules[lang.split('-')[0] as string] ?? []) {
    result = result.replace(pattern, replacement);
    // Two one-letter words in a row overlap in one pass.
    if (/^(pl|ru)\b/.test(lang)) result = result.replace(pattern, replacement);
  }
  return result;
}

/** A text and a space, which full-width punctuation at its end already contains. */
export const andSpace = (text: string): string => (/[：，。、？！）]$/.test(text) ? text : `${text} `);
