import { reservedSlugs } from '../schema/kinds.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** Reports reserved slugs, past hosts whose file name doesn't end in their year, and repeated titles. */
export function checkEntryNames(context: RuleContext): void {
  const { site } = context.edition;
  for (const { entry, file } of originals(context)) {
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
