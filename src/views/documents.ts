/** The documents of an entry, as listed on its page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { servedAddress } from '../i18n/addresses.ts';
import { languageName } from '../i18n/names.ts';
import { localeOf } from '../i18n/locale.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { documentsOf, type ListedDocument } from '../model/documents.ts';
import type { Edition, Entry } from '../model/edition.ts';
import { memo } from '../model/memo.ts';
import { toSlug } from '../model/schema/slug.ts';
import { contentDir } from '../settings.ts';

export const documentType = 'application/pdf';

export interface DocumentFile extends ListedDocument {
  /** Address without the site's base; the file name changes when the content does. */
  address: string;
  bytes: number;
}

/** The documents of an entry with their addresses and sizes. */
export const documentFiles = (edition: Edition, entry: Entry): DocumentFile[] =>
  documentsOf(edition, entry).map((listed) => ({
    ...listed,
    ...memo(edition, `document ${listed.path}`, () => inspect(listed.path)),
  }));

function inspect(path: string): { address: string; bytes: number } {
  const content = readFileSync(join(contentDir(), path));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const name = [toSlug(basename(path, '.pdf')), hash].filter((part) => part !== '').join('-');
  return { address: `/documents/${name}.pdf`, bytes: content.length };
}

/** Content paths of all documents of the edition, by published file name. */
export function allDocuments(edition: Edition): Map<string, string> {
  const entries = Object.values(edition.entries).flat() as Entry[];
  return new Map(
    entries.flatMap((entry) =>
      documentFiles(edition, entry).map(({ address, path }): [string, string] => [basename(address), path]),
    ),
  );
}

export interface DocumentLink {
  title: string;
  href: string;
  lang: string;
  /** "PDF · English · 1.2 MB" */
  about: string;
}

export const documentLinks = (page: PageContext, entry: Entry): DocumentLink[] =>
  documentFiles(page.edition, entry).map(({ title, language, address, bytes }) => ({
    title,
    href: servedAddress(address),
    lang: language,
    about: ['PDF', languageName(page.lang, language), sizeIn(page.lang, bytes)].join(' · '),
  }));

/** "340 kB", "1.2 MB" */
export function sizeIn(lang: string, bytes: number): string {
  const isLarge = bytes >= 999_500;
  return new Intl.NumberFormat(localeOf(lang), {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000));
}
