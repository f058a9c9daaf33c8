import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pageContext } from '../../../src/i18n/page-context.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { isCopied, Links } from './files.ts';
import { coverPage, coverPageStyles, siteFolder } from './cover-page.ts';
import { copyPage, type Copy } from './page.ts';
import { StyleFiles } from './styles.ts';

/**
 * The files of a copy that opens without a server, by their paths: `index.html` describes the copy, `site/` is the
 * site.
 *
 * @param dir      the built site
 * @param edition  the edition that it was built from
 * @param address  the full address that it was built for
 * @param day      the date of the copy, `2027-06-13`
 * @param progress called after each page
 */
export function copyOf(
  dir: string,
  edition: Edition,
  address: string,
  day: string,
  progress: (done: number, all: number) => void = () => undefined,
): { files: Map<string, Uint8Array>; pages: number } {
  const read = (file: string) => readFileSync(join(dir, file));
  const all = globSync('**/*', { cwd: dir })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(dir, file)).isFile())
    .sort();
  const folders = edition.site.languages.slice(1).map(({ code }) => code);
  const copied = all.filter((file) => isCopied(file, folders));
  const links = new Links(address, new Set(copied));
  const styles = new StyleFiles(new Links(address, new Set(all)), links, read);
  const copy: Copy = { address, links, styles, read, words: wordsOf(edition) };

  const files = new Map<string, Uint8Array>();
  const pages = copied.filter((file) => file.endsWith('.html'));
  for (const [index, file] of pages.entries()) {
    files.set(siteFolder + file, Buffer.from(copyPage(read(file).toString(), file, copy)));
    progress(index + 1, pages.length);
  }
  for (const file of copied) if (!file.endsWith('.html')) files.set(siteFolder + file, read(file));
  const notFound = read('404.html').toString();
  const model = copyPage(notFound.replace('</head>', `<style>${coverPageStyles}</style></head>`), '404.html', copy);
  files.set('index.html', Buffer.from(coverPage(model, edition, address, day)));
  for (const [file, css] of styles.files) files.set(siteFolder + file, Buffer.from(css));
  return { files, pages: pages.length + 1 };
}

/** The labels of the search, and of the index that replaces it, by language. */
const wordsOf =
  (edition: Edition): Copy['words'] =>
  (lang) => {
    const { t } = pageContext(edition, lang, '/search/');
    const search = [t('sections.search.title'), t('not-found.search'), t('search.open')];
    return { search, index: t('offline.index') };
  };
