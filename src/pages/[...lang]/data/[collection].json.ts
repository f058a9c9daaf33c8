import type { APIRoute } from 'astro';
import { jsonFile } from '../../../exports/data/files.ts';
import type { Collection } from '../../../exports/data/schemas.ts';
import type { PageContext } from '../../../i18n/page-context.ts';
import { filledCollections } from '../../../model/data-collections.ts';
import { inEachLanguage } from '../../../routes.ts';

export const getStaticPaths = () =>
  inEachLanguage('/data/').flatMap(({ params, props }) =>
    filledCollections(props.page.edition).map((collection) => ({
      params: { ...params, collection },
      props: { ...props, collection },
    })),
  );

export const GET: APIRoute<{ page: PageContext; collection: Collection }> = ({ props }) =>
  new Response(jsonFile(props.page, props.collection));
