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
  // Russian: the same for one-letter words, and no dash at the beginning of a line.
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

/** Adds a language's non-breaking spaces to plain text. Idempotent. */
export function typeset(lang: string, text: string): string {
  let result = text;
  for (const [pattern, replacement] of rules[lang.split('-')[0] as string] ?? []) {
    result = result.replace(pattern, replacement);
    // Matches for two one-letter words in a row overlap, so this needs a second pass.
    if (/^(pl|ru)\b/.test(lang)) result = result.replace(pattern, replacement);
  }
  return result;
}

/** A text followed by a space, unless it ends in full-width punctuation, which includes the space. */
export const andSpace = (text: string): string => (/[：，。、？！）]$/.test(text) ? text : `${text} `);
