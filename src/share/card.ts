/**
 * The content of a share picture: the page's title, kind, place and date, the site's name, and the page's poster or
 * weave.
 */
import { formatDays } from '../calendar/dates-and-times.ts';
import { fieldValues } from '../views/fact-values.ts';
import { meetingValues } from '../views/meeting.ts';
import { sectionTitle } from '../views/menu.ts';
import { comma, countryName, meetingNumber } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { typeset } from '../i18n/typography.ts';
import type { Edition } from '../model/edition.ts';
import { inOrder } from '../model/fields.ts';
import { oklchToHex } from '../theme/oklch.ts';
import { iconWeave, shareWeave } from '../artwork/page-weaves.ts';
import { posterDocument } from '../artwork/posters/document.ts';
import { entryPoster, hasPoster } from '../artwork/posters/entry.ts';
import { placeAndYear, whereAndWhen } from '../views/page-title.ts';
import { missingLetters } from './fonts.ts';

export interface Card {
  lang: string;
  rtl: boolean;
  kicker: string;
  /** Undefined if no font has its letters. */
  title: string | undefined;
  about: string;
  site: string;
  /** An SVG document, 630 high, and its width: a poster fills a square, a weave a little less. */
  picture: { svg: string; width: number };
}

/** The light theme of tokens.css, because the theme of the sites that show the picture is unknown. */
export const colours = {
  paper: '#fbf8f2',
  ink: '#1a1613',
  soft: '#625a51',
  rule: '#e2dacb',
  thread: '#d3c7b2',
} as const;
/** The colour of rows in an icon, which are thin and therefore a little darker. */
const iconThread = '#b9ab93';
const lightness = 0.5;
const usualChroma = 0.13;

/** The card of a page, leaving out texts with letters that no font has. */
export function cardOf(page: PageContext): Card {
  const { lang, language, edition } = page;
  const readable = (text: string) => (missingLetters(text).length === 0 ? text : undefined);
  return {
    lang,
    rtl: language.dir === 'rtl',
    kicker: readable(kickerOf(page)) ?? '',
    title: readable(shareTitle(page)),
    about: readable(aboutOf(page)) ?? '',
    site: readable(edition.site.name) ?? '',
    picture: pictureOf(page),
  };
}

/** The page's own title, or on the home page the meeting's theme, if it has one. */
export function shareTitle(page: PageContext): string {
  const { entry, address } = page;
  if (address === '/' && entry?.kind === 'meeting') {
    const { words, lang } = page.localize(entry);
    return typeset(lang, words.theme ?? words.title);
  }
  return entry ? page.ref(entry).title : sectionTitle(page, address.split('/')[1] ?? '');
}

function kickerOf(page: PageContext): string {
  const { entry } = page;
  // Without a theme, the meeting's title is already the card's title.
  if (page.address === '/' && entry) return shareTitle(page) === page.ref(entry).title ? '' : page.ref(entry).title;
  if (!entry || entry.kind === 'pages') return '';
  const kind = page.t(`kinds.${entry.kind}`);
  return entry.kind === 'past-hosts' ? `${kind} · ${meetingNumber(page.lang, entry.facts.edition)}` : kind;
}

function aboutOf(page: PageContext): string {
  const { entry, lang } = page;
  switch (entry?.kind) {
    case 'meeting':
      return [meetingValues(page).hosts, meetingValues(page).dates].join(comma(lang));
    case 'past-hosts': {
      const { starts, ends, year, country } = entry.facts;
      return [countryName(lang, country), starts === undefined ? year : formatDays(lang, starts, ends)].join(
        comma(lang),
      );
    }
    case 'host-cities':
      return [fieldValues(page, [entry.facts.field])[0]?.text, placeAndYear(page)].filter(Boolean).join(' · ');
    default:
      return whereAndWhen(page)[0] ?? '';
  }
}

function pictureOf(page: PageContext): Card['picture'] {
  const { edition, entry, address } = page;
  if (!entry || !hasPoster(entry) || address === '/') return { svg: standalone(shareWeave(page), page), width: 540 };
  const poster = posterDocument(edition, entryPoster(page, entry, 'share'), colours.ink);
  return { svg: poster, width: 630 };
}

/** The weave as an SVG document, mirrored for right-to-left languages. */
function standalone(weave: string, { edition, language }: PageContext): string {
  const mirror = language.dir === 'rtl' ? ' transform="translate(560 0) scale(-1 1)"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 630" width="560" height="630" fill="none">${styleOf(edition, colours.thread)}<g${mirror}>${innerOf(weave)}</g></svg>`;
}

/** The styles of a weave's classes. */
function styleOf(edition: Edition, thread: string): string {
  const dots = inOrder(edition.entries.fields)
    .map(({ facts }, index) => `.f${index + 1}{fill:${oklchToHex(lightness, facts.chroma ?? usualChroma, facts.hue)}}`)
    .join('');
  const { paper, ink } = colours;
  return `<style>.p{stroke:${paper}}.r{stroke:${thread}}.i{stroke:${ink}}circle{stroke:${paper};stroke-width:3}${dots}</style>`;
}

const innerOf = (weave: string): string => /^<svg[^>]*>(.*)<\/svg>$/s.exec(weave)?.[1] ?? '';

/**
 * The site's icon. Maskable icons keep within the safe zone, a circle 80% as wide as the icon (W3C, Web Application
 * Manifest, "Icon masks").
 */
export function iconDrawing(edition: Edition, maskable: boolean): string {
  // A square with sides of 36 fits into the circle.
  const side = maskable ? 36 : 64;
  const edge = (64 - side) / 2;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64" fill="none">${styleOf(edition, iconThread)}` +
    `<rect width="64" height="64" fill="${colours.paper}"/>` +
    `<svg x="${edge}" y="${edge}" width="${side}" height="${side}" viewBox="0 0 64 64">${innerOf(iconWeave(edition))}</svg></svg>`
  );
}
