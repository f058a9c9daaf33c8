import { sourceNotesIn } from '../model/body.ts';
import type { Sources } from '../model/schema/sources.ts';

/**
 * The text with a definition for each footnote that names a source: `[^key]` needs none in the content
 * (docs/contract.md, section 1). Definitions are added at the end, so lines keep their numbers.
 */
export function withSourceNotes(body: string, sources: Sources, published: (date: string) => string): string {
  const notes = sourceNotesIn(body)
    .filter((key) => Object.hasOwn(sources, key))
    .map((key) => {
      const source = sources[key] as Sources[string];
      const date = source.published === undefined ? '' : `, ${published(source.published)}`;
      return `[^${key}]: [${escape(source.title)}](<${source.url}>), ${escape(source.publisher)}${date}`;
    });
  return notes.length === 0 ? body : `${body}\n\n${notes.join('\n\n')}\n`;
}

/** A source's title is a text, not Markdown. */
const escape = (text: string) => text.replace(/[\\`*_[\]<>#~|&]/g, '\\$&');
