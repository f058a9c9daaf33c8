import { sourceNotesIn } from '../model/body.ts';
import type { Sources } from '../model/schema/sources.ts';

/**
 * Adds definitions for footnotes that cite sources: in the content, `[^key]` needs no definition
 * (docs/contract.md, section 1). They are added at the end, so line numbers don't change.
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

/** Escapes plain text, such as the title of a source, for Markdown. */
const escape = (text: string) => text.replace(/[\\`*_[\]<>#~|&]/g, '\\$&');
