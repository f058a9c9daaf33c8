/** An edition that notes what is read of it, and what stands in each of its parts (parts.ts). */
import type { Edition, Entry, Translation } from './edition.ts';
import { kinds, type Kind } from './kinds/index.ts';
import { note, type Part } from './parts.ts';

/** The edition, noting what is read of it. Its settings and interface words are on every page, and aren't noted. */
export function noted(edition: Edition): Edition {
  const entries = {};
  for (const kind of kinds) {
    const list = (edition.entries[kind] as Entry[]).map(notedEntry);
    reading(entries, kind, `list:${kind}`, list);
  }
  const sources = new Proxy(edition.sources, {
    get: (all, key) => {
      note(`source:${String(key)}`);
      return Reflect.get(all, key);
    },
    getOwnPropertyDescriptor: (all, key) => {
      note(`source:${String(key)}`);
      return Reflect.getOwnPropertyDescriptor(all, key);
    },
    ownKeys: (all) => {
      note('list:sources');
      return Reflect.ownKeys(all);
    },
  });
  return reading({ ...edition, entries: entries as Edition['entries'], sources }, 'cities', 'cities', edition.cities);
}

function notedEntry(entry: Entry): Entry {
  const name = nameOf(entry.kind, entry.slug);
  const translations = {};
  for (const [lang, words] of Object.entries(entry.translations))
    reading(
      translations,
      lang,
      `words:${name}.${lang}`,
      reading({ ...words }, 'body', `text:${name}.${lang}`, words.body),
    );
  const shown = { kind: entry.kind, slug: entry.slug };
  reading(shown, 'facts', `facts:${name}`, entry.facts);
  return reading(shown, 'translations', `languages:${name}`, translations) as unknown as Entry;
}

const nameOf = (kind: Kind, slug: string) => `${kind}/${slug}`;

/** Gives an object a property that is noted whenever it is read. */
function reading<T extends object>(object: T, key: string, part: Part, value: unknown): T {
  return Object.defineProperty(object, key, {
    enumerable: true,
    configurable: true,
    get: () => {
      note(part);
      return value;
    },
  });
}

/** What stands in each part of an edition, to compare it with another day's. @param edition as it was read, not noted */
export function* partsOf(edition: Edition): Generator<[Part, unknown]> {
  yield ['cities', edition.cities];
  yield ['list:sources', Object.keys(edition.sources)];
  for (const [key, source] of Object.entries(edition.sources)) yield [`source:${key}`, source];
  for (const kind of kinds) {
    const list = edition.entries[kind] as Entry[];
    yield [`list:${kind}`, list.map(({ slug }) => slug)];
    for (const entry of list) {
      const name = nameOf(kind, entry.slug);
      yield [`facts:${name}`, entry.facts];
      yield [`languages:${name}`, Object.keys(entry.translations)];
      for (const [lang, words] of Object.entries(entry.translations)) {
        const { body, ...rest } = words satisfies Translation;
        yield [`words:${name}.${lang}`, rest];
        yield [`text:${name}.${lang}`, body];
      }
    }
  }
}
