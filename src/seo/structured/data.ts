import type { DataCatalog } from 'schema-dts';
import { dataTitle, tableAbout } from '../../views/data-titles.ts';
import { meetingValues } from '../../views/meeting.ts';
import { dataSets, dataTables } from '../../exports/data/index.ts';
import { sectionTitle } from '../../views/menu.ts';
import type { PageContext } from '../../i18n/page-context.ts';
import { licenceAddress } from '../../model/schema/licence.ts';
import { oneOrMany, idOf, urlIn } from './ids.ts';

/** The open data: a `Dataset` for each table of places, with its licence and files. */
export function dataCatalog(page: PageContext): DataCatalog {
  const { site, entries } = page.edition;
  const sets = dataSets(page);
  const license = licenceAddress(site.licence);
  const { year } = meetingValues(page);
  const years = [Number(year), ...entries['past-hosts'].map(({ facts }) => facts.year)];
  return {
    '@type': 'DataCatalog',
    '@id': idOf(page, '/data/', 'catalog'),
    name: sectionTitle(page, 'data'),
    license,
    dataset: oneOrMany(
      dataTables(page).map(({ table, columns }) => ({
        '@type': 'Dataset',
        '@id': idOf(page, '/data/', table),
        name: dataTitle(page, table),
        description: tableAbout(page, table),
        url: urlIn(page, table === 'past-hosts' ? '/past-hosts/' : '/network/'),
        license,
        isAccessibleForFree: true,
        temporalCoverage: table === 'past-hosts' ? `${Math.min(...years)}/${Math.max(...years)}` : year,
        variableMeasured: columns,
        distribution: sets
          .filter(({ collection }) => collection === table)
          .flatMap(({ files }) =>
            files.map(({ url, type }) => ({
              '@type': 'DataDownload' as const,
              encodingFormat: type,
              contentUrl: url,
            })),
          ),
      })),
    ),
  };
}
