/** The news in one language as RSS 2.0, with full texts. */
import { getRssString } from '@astrojs/rss';
import { escapeHtml } from '../escape-html.ts';
import { absoluteAddress } from '../i18n/addresses.ts';
import { pageContext, type PageContext } from '../i18n/page-context.ts';
import { proseOf } from '../markdown/prose.ts';
import { addressOfEntry } from '../model/page-addresses.ts';
import type { Entry } from '../model/edition.ts';
import { instantOf } from '../model/local-time.ts';
import { meetingValues } from '../views/meeting.ts';
import { sectionTitle } from '../views/menu.ts';
import { newsOf } from '../views/news.ts';

/** Path of the feed, without the language prefix. */
export const feedAddress = '/news.xml';
export const feedType = 'application/rss+xml';

/** Does a page link to the feed? Feed readers look for it only on the home page and the news pages. */
export const offersFeed = ({ edition, address }: PageContext): boolean =>
  edition.entries.news.length > 0 && (address === '/' || address.startsWith('/news/'));

/** The feed has only the latest items; the news page lists all of them. */
const maxItems = 50;

export async function feedText(page: PageContext): Promise<string> {
  const { edition, lang } = page;
  const { site } = edition;
  const news = newsOf(edition).slice(0, maxItems);
  const items = await Promise.all(
    news.map(async (entry) => {
      const { words, lang: wordsLang } = page.localize(entry);
      const address = absoluteAddress(site, wordsLang, addressOfEntry(entry));
      return {
        title: words.title,
        link: address,
        description: words.summary,
        pubDate: published(entry, site.timeZone),
        content: await fullText(page, entry, address),
      };
    }),
  );
  const self = absoluteAddress(site, lang, feedAddress);
  return getRssString({
    title: `${site.name} · ${sectionTitle(page, 'news')}`,
    description: page.t('sections.news.intro', meetingValues(page)),
    site: absoluteAddress(site, lang, '/'),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${lang}</language>`,
      `<atom:link href="${escapeHtml(self)}" rel="self" type="${feedType}"/>`,
      ...items.slice(0, 1).map(({ pubDate }) => `<pubDate>${pubDate.toUTCString()}</pubDate>`),
    ].join(''),
    items,
  });
}

/** When a news item was published; a date alone counts as noon, which is the same day almost everywhere. */
function published({ facts: { date } }: Entry<'news'>, timeZone: string): Date {
  return new Date(instantOf(date.includes('T') ? date : `${date}T12:00`, timeZone).epochMilliseconds);
}

/** The text as HTML with absolute URLs; undefined for MDX, which only a page can show. */
async function fullText(page: PageContext, entry: Entry<'news'>, address: string): Promise<string | undefined> {
  const localized = page.localize(entry);
  const own = pageContext(page.edition, page.lang, addressOfEntry(entry), entry);
  const { html } = await proseOf(own, localized);
  // Feed readers show many texts at once, so ids would clash. One file per picture is enough.
  const portable = html
    .replace(/<source [^>]*>/g, '')
    .replace(/<[a-z][^>]*>/g, (tag) =>
      tag
        .replace(/ (?:id|class|data-[\w-]+|aria-[\w-]+)(?:="[^"]*")?/g, '')
        .replace(/ (href|src)="([^"]*)"/g, (_, name: string, to: string) => ` ${name}="${new URL(to, address).href}"`),
    );
  return portable === '' ? undefined : portable;
}
