import { reservedSlugs } from '../schema/kinds.ts';
import { translatedLanguages } from '../edition.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** Reports missing translations, translations without an original, reserved slugs and repeated titles. */
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
    if (entry.kind === 'pages') {
      const reserved = [...reservedSlugs, ...site.languages.map(({ code }) => code.toLowerCase())];
      if (reserved.includes(entry.slug))
        context.error(file.file, 1, '', `the site itself uses the address /${entry.slug}/; rename the file`);
    }
    if (entry.kind === 'past-hosts') {
      const { year } = entry.facts as { year: number };
      if (!entry.slug.endsWith(`-${year}`))
        context.error(
          file.file,
          file.lineOf(['year']),
          'year',
          `the file's name must end in the year: ${entry.slug.replace(/-\d{4}$/, '')}-${year}`,
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

  const titles = new Map<string, string>();
  for (const { kind, lang, file, translation, lineOf } of context.files) {
    const key = `${kind}|${lang}|${translation.title}`;
    const other = titles.get(key);
    if (other !== undefined)
      context.error(
        file,
        lineOf(['title']),
        'title',
        `"${translation.title}" is also the title of ${other}; make them different`,
      );
    else titles.set(key, file);
  }
}
