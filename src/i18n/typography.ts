/** What good typesetting of a language asks for and no editor should type by hand. */
type Rule = [RegExp, string];

const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

const rules: Record<string, Rule[]> = {
  // Polish doesn't leave a word of one letter at the end of a line (Polszczyzna, "sierotki").
  // Nor does it part a number from its thousands, its unit or its month.
  pl: [
    [/(?<=^|[\s(„–—\u00a0])([aiouwzAIOUWZ]) (?=\S)/g, `$1${noBreak}`],
    [
      /(?<=\d) (?=\d{3}(?!\d)|zł|tys\.|km|proc\.|stycz|lut|mar[ce]|kwie|maj|czerw|lip|sierp|wrze|paźd|listop|grud)/g,
      noBreak,
    ],
  ],
  // French keeps its punctuation with the word before it (Lexique des règles typographiques en usage à l'Imprimerie nationale).
  fr: [
    [/(?<=[\p{L}\p{N}»”)%]) ([;!?])/gu, `${narrowNoBreak}$1`],
    [/(?<=[\p{L}\p{N}»”)%]) (:)(?=\s|$)/gu, `${noBreak}$1`],
    [/«[ \u00a0]?/g, `«${noBreak}`],
    [/(?<=\S)[ \u00a0]?»/g, `${noBreak}»`],
    // Nor does it part a number from its thousands and its sign.
    [/(?<=\d) (?=\d{3}(?!\d))/g, narrowNoBreak],
    [/(?<=\d) (?=%|km\b|€)/g, noBreak],
  ],
};

/** Puts the non-breaking spaces that `lang` asks for into a plain text. Safe to apply twice. */
export function typeset(lang: string, text: string): string {
  let result = text;
  for (const [pattern, replacement] of rules[lang.split('-')[0] as string] ?? []) {
    result = result.replace(pattern, replacement);
    // Two words of one letter in a row overlap in one pass.
    if (lang.startsWith('pl')) result = result.replace(pattern, replacement);
  }
  return result;
}
