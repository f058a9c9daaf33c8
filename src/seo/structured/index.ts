/** Structured data of a page (schema.org as JSON-LD): only facts on the page or on a page that it links to. */
import type {
  BreadcrumbList,
  EventSeries,
  NewsArticle,
  SearchAction,
  Thing,
  WebPage,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts';
import { absoluteAddress } from '../../i18n/addresses.ts';
import { sectionTitle } from '../../views/menu.ts';
import { machineTime } from '../../calendar/dates-and-times.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import type { Entry } from '../../model/edition.ts';
import { defaultLanguage } from '../../model/schema/site.ts';
import { eventOf, eventsAmong, hasSeries } from './events.ts';
import { idOf, refTo, urlOf } from './ids.ts';
import { dataCatalog } from './data.ts';
import { personOrGroup } from './people.ts';
import { hostCity, venuePlace } from './places.ts';

/**
 * The text for `<script type="application/ld+json">`.
 *
 * @param title   the page's own title, as in its breadcrumbs
 * @param changed when its content last changed, if known
 */
export function structuredData(page: PageContext, title: string, changed: string | undefined): string {
  const data: WithContext<Thing> = {
    '@context': 'https://schema.org',
    ...(page.address === '/' ? website(page) : webPage(page, title, changed)),
  };
  // "</script>" in a text would end the element (HTML Standard, section 4.12.1.3).
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** The home page describes the site: its name, languages and search. */
function website(page: PageContext): WebSite {
  const { site, entries } = page.edition;
  const [meeting] = entries.meeting;
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${absoluteAddress(site, page.lang, '/search/')}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  };
  return {
    '@type': 'WebSite',
    '@id': idOf(page, '/', 'site'),
    url: absoluteAddress(site, defaultLanguage(site).code, '/'),
    name: site.name,
    inLanguage: site.languages.map(({ code }) => code),
    about: meeting && refTo(page, meeting, 'event'),
    potentialAction: search,
  };
}

const pageTypes: Record<string, 'AboutPage' | 'SearchResultsPage' | 'CollectionPage'> = {
  '/about/': 'AboutPage',
  '/search/': 'SearchResultsPage',
  '/past-hosts/': 'CollectionPage',
  '/data/': 'CollectionPage',
};

function webPage(page: PageContext, title: string, changed: string | undefined): WebPage {
  const url = absoluteAddress(page.edition.site, page.lang, page.address);
  return {
    '@type': pageTypes[page.address] ?? 'WebPage',
    '@id': url,
    inLanguage: page.lang,
    dateModified: changed,
    isPartOf: { '@id': idOf(page, '/', 'site') },
    breadcrumb: breadcrumbs(page, title),
    mainEntity: subjectOf(page),
  };
}

/** The breadcrumbs as the page shows them; the page itself has no URL in them. */
function breadcrumbs(page: PageContext, title: string): BreadcrumbList {
  const { site } = page.edition;
  const [section = '', slug] = page.address.split('/').slice(1, -1);
  const way = [
    { name: page.t('site.home'), address: '/' },
    ...(slug === undefined ? [] : [{ name: sectionTitle(page, section), address: `/${section}/` }]),
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      ...way.map(({ name, address }, index) => ({
        '@type': 'ListItem' as const,
        position: index + 1,
        name,
        item: absoluteAddress(site, page.lang, address),
      })),
      { '@type': 'ListItem', position: way.length + 1, name: title },
    ],
  };
}

/** The subject of the page, if schema.org has a type for it. */
function subjectOf(page: PageContext): WebPage['mainEntity'] {
  const { entry } = page;
  if (page.address === '/past-hosts/') return series(page);
  if (page.address === '/data/') return dataCatalog(page);
  switch (entry?.kind) {
    case 'meeting':
    case 'events':
    case 'sessions':
    case 'past-hosts':
      return eventOf(page, entry);
    case 'news':
      return newsArticle(page, entry);
    case 'host-cities':
      return hostCity(page, entry, true);
    case 'people':
      return personOrGroup(page, entry, (occasions) => eventsAmong(page, occasions));
    case 'venues':
      return venuePlace(page, entry, true);
    default:
      return undefined;
  }
}

function newsArticle(page: PageContext, news: Entry<'news'>): NewsArticle {
  const { words } = page.localize(news);
  return {
    '@type': 'NewsArticle',
    headline: words.title,
    description: words.summary,
    url: urlOf(page, news),
    datePublished: machineTime(news.facts.date, page.edition.site.timeZone),
  };
}

/** The series of meetings, by date. */
function series(page: PageContext): EventSeries | undefined {
  if (!hasSeries(page)) return undefined;
  const { meeting, 'past-hosts': others } = page.edition.entries;
  return {
    '@type': 'EventSeries',
    '@id': idOf(page, '/past-hosts/', 'series'),
    name: page.t('timeline.caption'),
    subEvent: eventsAmong(page, [...others, ...meeting]),
  };
}
