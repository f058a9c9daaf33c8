import { z } from 'zod';
import { didYouMean, nearest } from './did-you-mean.ts';
import { isRightToLeft, languageCode, languageProblem } from './languages.ts';
import { spdxIds } from './licence.ts';
import { sourceKeys } from './common-facts.ts';
import { checked, flag, group, list, oneOf, text, webAddress } from './values.ts';
import { addressProblem, schemes } from './web-address.ts';

export { isRightToLeft, languageCode } from './languages.ts';

/** What is wrong with the site's address; undefined if it is valid. */
function siteAddressProblem(value: string): string | undefined {
  const problem = addressProblem(value);
  if (problem !== undefined) return problem;
  const address = siteAddress(value);
  if (address === value) return undefined;
  // Other programs compare addresses as strings, so only one spelling is allowed: ASCII (RFC 5890), lower case, no
  // default port.
  return address !== undefined && !/[?#]/.test(value)
    ? `"${value}" must be written ${address}`
    : `"${value}" must be the address of the home page without a trailing slash, like https://example.org or https://example.org/2033`;
}

/** What is wrong with the contact; undefined if it is valid. An e-mail address may be written without `mailto:`. */
const contactProblem = (value: string): string | undefined =>
  addressProblem(value, schemes.contact) === undefined ||
  (!value.includes(':') && addressProblem(`mailto:${value}`, ['mailto']) === undefined)
    ? undefined
    : `"${value}" must be an address that readers can open: mail@example.org, tel:+48123456789 or https://example.org/contact`;

/** What is wrong with the licence; undefined if it is valid. */
function licenceProblem(value: string): string | undefined {
  if (value.includes('://')) return addressProblem(value);
  if (spdxIds.includes(value)) return undefined;
  return `"${value}" isn't in the SPDX list of licences${didYouMean(value, spdxIds)}${
    nearest(value, spdxIds) === undefined ? '; write an identifier like CC-BY-SA-4.0, or an address' : ''
  }`;
}

/**
 * The address of a site in its normal form: origin and path, without a trailing slash.
 *
 * @param value an absolute URL
 * @returns undefined if the path has characters that need escaping (all except RFC 3986's unreserved ones)
 */
export function siteAddress(value: string): string | undefined {
  const { origin, pathname } = new URL(value);
  const path = pathname.replace(/\/+$/, '');
  return /^(\/[A-Za-z0-9._~-]+)*$/.test(path) ? origin + path : undefined;
}

/** The schema of site.yaml. */
export const siteSchema = z.strictObject({
  address: checked(siteAddressProblem, { type: 'string' }).meta({
    title: 'Address',
    description: 'The address of the home page, without a trailing slash; if it has a path, all pages are below it.',
    example: 'https://example.org',
    pattern: '^https?://[^/?#\\s<>"]+(/[A-Za-z0-9._~-]+)*$',
  }),
  id: text(1, 200, 'the id').optional().meta({
    title: 'Id',
    description:
      'The permanent identifier that calendar UIDs are made from; by default the address. When the site moves, write its old address here.',
    example: 'https://example.org',
  }),
  name: text(1, 40, 'the name').meta({
    title: 'Name',
    description: 'The name of the site, in at most 40 characters.',
    example: 'Meeting 2027',
  }),
  languages: z
    .array(
      group(
        {
          code: checked(languageProblem, { type: 'string' }).meta({
            title: 'Code',
            description: 'The language’s code, like en, pl or pt-BR; files are named after it.',
            example: 'en',
            pattern: languageCode.source,
          }),
          name: text(1, 40, "the language's name").meta({
            title: 'Name',
            description: 'The language’s name in that language.',
            example: 'English',
          }),
          dir: oneOf('ltr', 'rtl').default('ltr').meta({
            title: 'Direction',
            description: 'rtl for a language that is written from right to left.',
            example: 'rtl',
          }),
        },
        'code: en, name: English',
      ),
      { error: 'this must be a list, like [{ code: en, name: English }]' },
    )
    .min(1, 'name at least one language, like [{ code: en, name: English }]')
    .check((context) => {
      const codes = context.value.map(({ code }) => code);
      context.value.forEach(({ code, dir }, index) => {
        if (dir === 'ltr' && isRightToLeft(code))
          context.issues.push({
            code: 'custom',
            message: `"${code}" is written from right to left; add dir: rtl`,
            input: context.value,
            path: [index],
          });
      });
      codes.forEach((code, index) => {
        if (codes.indexOf(code) !== index)
          context.issues.push({
            code: 'custom',
            message: `the language "${code}" is listed twice; delete one`,
            input: context.value,
            path: [index],
          });
      });
    })
    .meta({
      title: 'Languages',
      description: 'The languages; the first is the default, whose files contain the facts.',
      example: [{ code: 'en', name: 'English' }],
    }),
  timeZone: z
    .string()
    .check((context) => {
      try {
        new Intl.DateTimeFormat('en', { timeZone: context.value });
        if (!/\//.test(context.value) && context.value !== 'UTC') throw new RangeError();
      } catch {
        context.issues.push({
          code: 'custom',
          message: `there is no time zone "${context.value}"; use a name from the IANA list, like Europe/Paris`,
          input: context.value,
        });
      }
    })
    .meta({
      title: 'Time zone',
      description: 'The zone of the programme’s times, by its name in the IANA list.',
      example: 'Europe/Paris',
      pattern: '^(UTC|[A-Za-z_]+/.+)$',
    }),
  menu: list(text(1, 70, 'a menu item'), 'about, programme, events').meta({
    title: 'Menu',
    description: 'Sections, or slugs of pages, in the order of the menu.',
    example: ['about', 'programme', 'events'],
  }),
  citySources: sourceKeys.optional().meta({
    title: 'Sources of the cities',
    description: 'The sources of member-cities.csv; required if that file exists.',
  }),
  licence: checked(licenceProblem, { type: 'string' }).optional().meta({
    title: 'Licence',
    description: 'The licence of the texts: its name in the SPDX list, or its address.',
    example: 'CC-BY-SA-4.0',
  }),
  repository: webAddress.optional().meta({
    title: 'Repository',
    description: 'The address of the content’s repository; pages then link to their files for editing.',
    example: 'https://example.org/project',
  }),
  sharePictures: oneOf('pages', 'sections').optional().meta({
    title: 'Share pictures',
    description: 'pages: one for each page; sections: one for each section, for sites with thousands of pages.',
    example: 'sections',
  }),
  independent: flag.optional().meta({
    title: 'Independent',
    description: 'true if the site isn’t run by the hosts; each page then says that it isn’t official.',
    example: true,
  }),
  contact: checked(contactProblem, { type: 'string' }).optional().meta({
    title: 'Contact',
    description: 'An address at which readers can contact the site’s editors.',
    example: 'mail@example.org',
  }),
});

export type Site = z.output<typeof siteSchema>;
export type Language = Site['languages'][number];

/** The base of the UIDs in calendar files; it doesn't change when the site moves. */
export const siteId = (site: Site): string => site.id ?? site.address;

/** The default language: its files contain the facts, and its pages are at the root. */
export const defaultLanguage = (site: Site): Language => site.languages[0] as Language;
