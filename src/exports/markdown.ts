/** Pages as Markdown, for readers who are programs: the text of an entry with its facts, whole addresses and its notes. */
import { formatPublished } from '../calendar/moments.ts';
import {
  hostCityFacts,
  itemFacts,
  meetingFacts,
  pastHostFacts,
  venueFacts,
  type Fact,
  type Value,
} from '../views/facts.ts';
import { absoluteAddress } from '../i18n/addresses.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { withSourceNotes } from '../markdown/source-notes.ts';
import { addressOfEntry } from '../model/addresses.ts';
import { readBody } from '../model/body.ts';
import { type Entry, localize, translatedLanguages } from '../model/edition.ts';

/** Has a page its Markdown beside it? One in borrowed words has not, nor one in MDX, which is a program. */
export const hasMarkdown = (page: PageContext): boolean =>
  page.entry !== undefined &&
  page.address === addressOfEntry(page.entry) &&
  translatedLanguages(page.edition, page.entry).some(({ code }) => code === page.lang) &&
  localize(page.edition, page.entry, page.lang).words.extension === 'md';

/** Whole address of a page's Markdown. */
export const markdownUrl = (page: PageContext): string =>
  `${absoluteAddress(page.edition.site, page.lang, page.address)}index.md`;

/** The Markdown of an entry's page. */
export function markdownOf(page: PageContext, entry: Entry): string {
  const { words } = localize(page.edition, entry, page.lang);
  const { site } = page.edition;
  const facts = factsOf(page, entry).map(({ label, values }) => `- **${label}**: ${values.map(linked).join(', ')}`);
  const body = withSourceNotes(words.body.trim(), page.edition.sources, (date) => formatPublished(page.lang, date));
  const parts = [
    `# ${words.title}`,
    words.summary,
    facts.join('\n'),
    wholeLinks(page, body),
    `<${absoluteAddress(site, page.lang, page.address)}>${site.licence ? ` · ${site.licence}` : ''}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A website is named by its address. */
const linked = ({ text, href }: Value): string => (href?.startsWith('http') ? `[${text}](${href})` : text);

function factsOf(page: PageContext, entry: Entry): Fact[] {
  switch (entry.kind) {
    case 'meeting':
      return meetingFacts(page, entry);
    case 'host-cities':
      return hostCityFacts(page, entry);
    case 'past-hosts':
      return pastHostFacts(page, entry);
    case 'events':
    case 'sessions':
      return itemFacts(page, entry);
    case 'venues':
      return venueFacts(page, entry);
    default:
      return [];
  }
}

/** Links lead from anywhere; pictures, which stay on the site, give way to their words, and editors' comments to nothing. */
function wholeLinks(page: PageContext, body: string): string {
  return inWords(body)
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/(\]\(<?|\]: <?)(\/[^\s)>]*)/g, (_, before: string, address: string) => {
      return before + absoluteAddress(page.edition.site, page.lang, address);
    });
}

/** A text with its pictures told in words: what they show and who made them. */
function inWords(body: string): string {
  // Reading a text takes its time, and most have no picture.
  if (!body.includes('![')) return body;
  return readBody(body).pictures.reduceRight(
    (text, { alt, credit, from, to }) =>
      `${text.slice(0, from)}*${alt}*${credit === '' ? '' : ` (${credit})`}${text.slice(to)}`,
    body,
  );
}
