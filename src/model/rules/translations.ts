import { translatedLanguages } from '../edition.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** Reports missing translations, translations without an original, and notices that only a translation has. */
export function checkTranslations(context: RuleContext): void {
  const { site } = context.edition;
  const original = site.languages[0]?.code as string;
  const withOriginal = new Set(
    [...context.folder.entries.filter(({ lang }) => lang === original), ...context.folder.misplaced].map(
      ({ kind, slug }) => `${kind}/${slug}`,
    ),
  );
  const files = new Set(context.folder.entries.map(({ kind, slug, lang }) => `${kind}/${slug}.${lang}`));
  for (const { kind, slug, lang, file } of context.folder.entries) {
    // A missing meeting file is reported elsewhere.
    if (lang !== original && kind !== 'meeting' && !withOriginal.has(`${kind}/${slug}`))
      context.error(
        file,
        1,
        '',
        `this translation has no original; write ${file.replace(`.${lang}.`, `.${original}.`)} first, or correct the name`,
      );
  }
  for (const { entry, file } of originals(context)) {
    const translated = translatedLanguages(context.edition, entry).map(({ code }) => code);
    for (const { code, name } of site.languages) {
      const hasFile = files.has(`${entry.kind}/${entry.slug}.${code}`);
      if (!translated.includes(code) && !hasFile)
        context.note(
          file.file,
          1,
          '',
          `there is no translation into ${name}: ${file.file.replace(`.${original}.`, `.${code}.`)}`,
        );
    }
  }

  // When plans change back, an old notice must not stay in a translation.
  const notices = new Map(
    context.files
      .filter(({ lang }) => lang === original)
      .map(({ kind, slug, translation }) => [`${kind}/${slug}`, translation.notice]),
  );
  for (const { kind, slug, lang, file, translation, lineOf } of context.files) {
    const key = `${kind}/${slug}`;
    if (lang !== original && translation.notice !== undefined && notices.has(key) && notices.get(key) === undefined)
      context.error(
        file,
        lineOf(['notice']),
        'notice',
        `the original has no notice; delete this one, or write it in ${file.replace(`.${lang}.`, `.${original}.`)} too`,
      );
  }
}
