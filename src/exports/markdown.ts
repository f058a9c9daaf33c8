/** Pages as Markdown, for programs: an entry's text with its facts, absolute links and footnotes. */
import { formatPublished } from '../calendar/dates-and-times.ts';
import type { Value } from '../views/fact-values.ts';
import {
  hostCityFacts,
  itemFacts,
  meetingFacts,
  newsFacts,
  pastHostFacts,
  personFacts,
  venueFacts,
  type Fact,
} from '../views/facts.ts';
import { documentFiles } from '../views/documents.ts';
import { appearanceFacts, participantFacts } from '../views/people.ts';
import { noticesOn } from '../views/schedule-changes.ts';
import { absoluteAddress } from '../i18n/addresses.ts';
import { comma } from '../i18n/names.ts';
import type { PageContext } from '../i18n/page-context.ts';
import { withSourceNotes } from '../markdown/source-notes.ts';
import { addressOfEntry } from '../model/page-addresses.ts';
import { readBody } from '../model/body.ts';
import { type Entry, localize, translatedLanguages } from '../model/edition.ts';

/** Does a page have a Markdown version? Only entries that are translated into the page's language and aren't MDX. */
export const hasMarkdown = (page: PageContext): boolean =>
  page.entry !== undefined &&
  page.address === addressOfEntry(page.entry) &&
  translatedLanguages(page.edition, page.entry).some(({ code }) => code === page.lang) &&
  localize(page.edition, page.entry, page.lang).words.extension === 'md';

/** Absolute URL of a page's Markdown. */
export const markdownUrl = (page: PageContext): string =>
  `${absoluteAddress(page.edition.site, page.lang, page.address)}index.md`;

/** The Markdown of an entry's page. */
export function markdownOf(page: PageContext, entry: Entry): string {
  const { words } = localize(page.edition, entry, page.lang);
  const { site } = page.edition;
  const facts = factsOf(page, entry).map(
    ({ label, values }) => `- **${label}**: ${values.map(linked).join(comma(page.lang))}`,
  );
  const documents = documentFiles(page.edition, entry).map(
    ({ title, address }) => `- [${title}](${site.address}${address}) (PDF)`,
  );
  const changes = noticesOn(page)
    .filter(({ of }) => of === undefined)
    .map(({ statusLabels, text, notice }) =>
      [statusLabels.map((label) => `**${label.text}**`).join(' · '), text, notice?.text].filter(Boolean).join(' '),
    );
  const body = withSourceNotes(words.body.trim(), page.edition.sources, (date) => formatPublished(page.lang, date));
  const parts = [
    `# ${words.title}`,
    changes.join('\n\n'),
    words.summary,
    facts.join('\n'),
    portable(page, body),
    documents.join('\n'),
    `<${absoluteAddress(site, page.lang, page.address)}>${site.licence ? ` · ${site.licence}` : ''}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Only web addresses become links. */
const linked = ({ text, href }: Value): string => (href?.startsWith('http') ? `[${text}](${href})` : text);

function factsOf(page: PageContext, entry: Entry): Fact[] {
  switch (entry.kind) {
    case 'meeting':
      return [...meetingFacts(page, entry), ...participantFacts(page, entry)];
    case 'host-cities':
      return hostCityFacts(page, entry);
    case 'past-hosts':
      return pastHostFacts(page, entry);
    case 'events':
    case 'sessions':
      return [...itemFacts(page, entry), ...participantFacts(page, entry)];
    case 'people':
      return [...personFacts(page, entry), ...appearanceFacts(page, entry)];
    case 'news':
      return newsFacts(page, entry);
    case 'venues':
      return venueFacts(page, entry);
    default:
      return [];
  }
}

/** Makes links absolute, replaces pictures with their alternative text, and removes HTML comments. */
function portable(page: PageContext, body: string): string {
  return withoutPictures(body)
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/(\]\(<?|\]: <?)(\/[^\s)>]*)/g, (_, before: string, address: string) => {
      return before + absoluteAddress(page.edition.site, page.lang, address);
    });
}

/** Replaces pictures with their alternative text and credit. */
function withoutPictures(body: string): string {
  // Parsing is slow, and most texts have no picture.
  if (!body.includes('![')) return body;
  return readBody(body).pictures.reduceRight(
    (text, { alt, credit, from, to }) =>
      `${text.slice(0, from)}*${alt}*${credit === '' ? '' : ` (${credit})`}${text.slice(to)}`,
    body,
  );
}
