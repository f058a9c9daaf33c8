import { pathWithin } from '../schema/web-address.ts';
import { originals, type RuleContext } from './helpers/context.ts';

/** Reports websites and sources that lead to this site, however the address is written. */
export function checkExternalAddresses(context: RuleContext): void {
  const { site, sources } = context.edition;
  const check = (file: string, line: number, field: string, value: string | undefined) => {
    if (value !== undefined && pathWithin(site.address, value) !== undefined)
      context.error(
        file,
        line,
        field,
        `"${value}" is on this site; write the address of another site, or delete the line`,
      );
  };
  for (const { entry, file } of originals(context))
    for (const field of ['website', 'online', 'tickets'] as const) {
      const address = (entry.facts as Partial<Record<typeof field, string>>)[field];
      check(file.file, file.lineOf([field]), field, address);
    }
  for (const [key, { url }] of Object.entries(sources))
    check('sources.yaml', context.settings['sources.yaml']([key, 'url']), `${key}.url`, url);
}
