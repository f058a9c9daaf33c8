/** `llms.txt` (llmstxt.org): a summary of the site for language models, with links to its Markdown and data. */
import { isScheduled, statusText } from '../calendar/status-labels.ts';
import { dataTitle } from '../views/data-titles.ts';
import { meetingValues } from '../views/meeting.ts';
import { absoluteAddress } from '../i18n/addresses.ts';
import { sectionTitle } from '../views/menu.ts';
import { pageContext, type PageContext } from '../i18n/page-context.ts';
import { addressOfEntry } from '../model/page-addresses.ts';
import { type Entry, localize } from '../model/edition.ts';
import { kinds, sectionOf, type Kind } from '../model/schema/kinds.ts';
import { dataSets } from './data/index.ts';
import { hasMarkdown, markdownUrl } from './markdown.ts';

export function llmsFile(page: PageContext): string {
  const { edition, lang, t } = page;
  const { site } = edition;
  const sections = kinds.flatMap((kind) => {
    const lines = (edition.entries[kind] as Entry[]).flatMap((entry) => {
      const own = pageContext(edition, lang, addressOfEntry(entry), entry);
      if (!hasMarkdown(own)) return [];
      const { title, summary } = localize(own.edition, entry, own.lang).words;
      const status = isScheduled(entry) ? statusText(page, entry) : undefined;
      return [`- [${title}](${markdownUrl(own)}): ${status === undefined ? '' : `${status}. `}${summary}`];
    });
    return lines.length === 0 ? [] : [`## ${titleOfKind(page, kind)}`, lines.join('\n')];
  });
  const data = dataSets(page).flatMap(({ collection, files }) =>
    files.map(({ format, url }) => `- [${dataTitle(page, collection)} (${format})](${url})`),
  );
  return `${[
    `# ${site.name}`,
    `> ${t('home.description', meetingValues(page))}`,
    ...(site.independent ? [`${t('site.independent')}.`] : []),
    ...(site.licence ? [t('site.licence', { licence: site.licence })] : []),
    ...sections,
    `## ${sectionTitle(page, 'data')}`,
    [`- [${sectionTitle(page, 'data')}](${absoluteAddress(site, lang, '/data/')})`, ...data].join('\n'),
  ].join('\n\n')}\n`;
}

const titleOfKind = (page: PageContext, kind: Kind): string =>
  kind === 'pages' ? page.t('data.pages') : sectionTitle(page, sectionOf[kind]);
