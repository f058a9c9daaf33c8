import { DomUtils } from 'htmlparser2';
import { escapeHtml } from '../../../src/escape-html.ts';
import { formatDay } from '../../../src/calendar/dates-and-times.ts';
import { localAddress } from '../../../src/i18n/addresses.ts';
import { pageContext } from '../../../src/i18n/page-context.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { defaultLanguage, type Language } from '../../../src/model/schema/site.ts';
import { elementsOf, hasClass, parseHtml, setContent, writeHtml, type Element } from './dom.ts';

/** The folder of the site, next to the cover page. */
export const siteFolder = 'site/';

/** Styles for the cover page's paragraphs, in addition to the site's. */
export const coverPageStyles = 'main p{max-width:var(--measure)}main p + p{margin-block-start:.75rem}';

/**
 * The cover page of the copy, which describes in each language what the copy is, its date and its origin. It has the
 * head and the artwork of the 404 page, which every edition has.
 *
 * @param model the 404 page in the default language, already converted
 * @param day   the date of the copy, `2027-06-13`
 */
export function coverPage(model: string, edition: Edition, address: string, day: string): string {
  const { site } = edition;
  const document = parseHtml(model);
  const find = (accepts: (element: Element) => boolean) => elementsOf(document, accepts)[0];
  const body = find(({ name }) => name === 'body');
  const band = find((element) => hasClass(element, 'weave-band'));
  const title = find(({ name }) => name === 'title');
  const [first = '', ...others] = site.languages.map((language) => introduction(edition, language, address, day));
  const main = `<main><header class="page-head">${first}</header>${band ? writeHtml(band) : ''}${others.join('')}</main>`;
  if (title) setContent(title, escapeHtml(titleIn(edition, defaultLanguage(site).code)));
  if (body) setContent(body, main);
  for (const { attribs } of elementsOf(document, ({ name }) => name === 'link'))
    if (attribs['href'] !== undefined) attribs['href'] = siteFolder + attribs['href'];
  for (const meta of elementsOf(document, ({ attribs }) => attribs['name'] === 'description'))
    DomUtils.removeElement(meta);
  return writeHtml(document);
}

const titleIn = (edition: Edition, lang: string): string =>
  pageContext(edition, lang, '/').t('offline.title', { name: edition.site.name });

/** The copy's description in a language, with a link to the home page; languages other than the first get a section. */
function introduction(edition: Edition, language: Language, address: string, day: string): string {
  const { code, dir } = language;
  const { t } = pageContext(edition, code, '/');
  const isFirst = code === defaultLanguage(edition.site).code;
  const heading = isFirst ? 'h1' : 'h2';
  const url = escapeHtml(address);
  const made = escapeHtml(t('offline.made', { date: formatDay(code, day), address }));
  const home = `${siteFolder}${localAddress(edition.site, code, '/').slice(1)}index.html`;
  const text = `<${heading}>${escapeHtml(titleIn(edition, code))}</${heading}>
<p${isFirst ? ' class="lead"' : ''}>${escapeHtml(t('offline.text'))}</p>
<p>${made.replace(url, () => `<a href="${url}">${url}</a>`)}</p>
<p><a href="${home}">${escapeHtml(t('offline.open'))}</a></p>`;
  return isFirst ? text : `<section class="block" lang="${code}" dir="${dir}">${text}</section>`;
}
