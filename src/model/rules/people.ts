import { translatedLanguages } from '../edition.ts';
import type { Facts } from '../schema/kinds.ts';
import { toSlug } from '../schema/slug.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** What is said about somebody without a file, and where. */
type Said = { file: string; name: string } & Partial<Record<'type' | 'country' | 'sortName', string>>;

/** Reports duplicates, different spellings of a name, names of people who have a file, and unused files. */
export function checkPeople(context: RuleContext): void {
  const filed = namesOfFiles(context);
  const named = new Set<string>();
  const bare = new Map<string, Said>();
  for (const { entry, file } of originals(context)) {
    const seen = new Set<string>();
    const { people: participants = [] } = entry.facts as Partial<Facts<'events'>>;
    participants.forEach((participant, index) => {
      const { who, name, as } = participant;
      const report = (key: string, message: string) =>
        context.error(file.file, file.lineOf(['people', index, key]), 'people', message);
      const key = who === undefined ? 'name' : 'who';
      if (seen.has(`${key} ${participant[key]} ${as}`))
        report(key, `"${participant[key]}" is listed twice as ${as}; delete one`);
      seen.add(`${key} ${participant[key]} ${as}`);
      if (who !== undefined) named.add(who);
      if (name === undefined) return;
      // Names in non-Latin scripts have no slug, and are compared as they are.
      const plain = toSlug(name) || name;
      const slug = filed.get(plain);
      if (slug !== undefined) {
        named.add(slug);
        return report('name', `"${name}" has a file; write who: ${slug} instead`);
      }
      const before = bare.get(plain);
      if (!before) return void bare.set(plain, { ...participant, file: file.file, name });
      if (before.name !== name) report('name', `"${name}" is "${before.name}" in ${before.file}; use one spelling`);
      for (const fact of ['type', 'country', 'sortName'] as const) {
        const value = participant[fact];
        if (value !== undefined && before[fact] !== undefined && before[fact] !== value)
          report(fact, `the ${fact} of "${name}" is "${before[fact]}" in ${before.file}; give it only once`);
        before[fact] ??= value;
      }
    });
  }
  // A file that can't be read may name any of these people.
  if (!context.allRead) return;
  for (const { entry, file } of originals(context))
    if (entry.kind === 'people' && !named.has(entry.slug))
      context.note(file.file, 1, '', `no file names this person; add who: ${entry.slug} under people: in an event`);
}

/** The slugs of people with a file, by their slug, titles and other names. */
function namesOfFiles({ edition }: RuleContext): Map<string, string> {
  const slugs = new Map<string, string>();
  for (const entry of edition.entries.people) {
    slugs.set(entry.slug, entry.slug);
    for (const { code } of translatedLanguages(edition, entry)) {
      const { title = '', aliases = [] } = entry.translations[code] ?? {};
      for (const name of [title, ...aliases]) slugs.set(toSlug(name) || name, entry.slug);
    }
  }
  return slugs;
}
