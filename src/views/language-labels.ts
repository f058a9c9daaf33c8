/**
 * The short label of each language in the language switch, by its code: "PL", or with its variant if the site has
 * several variants of that language, like "PT-BR" and "PT-PT" or "ZH-Hans" and "ZH-Hant".
 *
 * @param codes BCP 47 language tags
 */
export function languageLabels(codes: readonly string[]): Map<string, string> {
  const languageOf = (code: string) => code.split('-', 1)[0] ?? code;
  return new Map(
    codes.map((code) => {
      const language = languageOf(code);
      const unique = codes.filter((other) => languageOf(other) === language).length === 1;
      return [code, language.toUpperCase() + (unique ? '' : code.slice(language.length))];
    }),
  );
}
