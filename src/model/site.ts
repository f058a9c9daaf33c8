import { z } from 'zod';
import { group, list, oneOf, sourceKeys, text, webAddress } from './values.ts';

/** BCP 47, RFC 5646: enough of it for a language, a script and a region. */
const languageCode = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** Is a language written from right to left? By Unicode CLDR. */
function isRightToLeft(code: string): boolean {
  try {
    return (
      (new Intl.Locale(code) as Intl.Locale & { getTextInfo(): { direction: string } }).getTextInfo().direction ===
      'rtl'
    );
  } catch {
    return false;
  }
}

/** site.yaml: address, name, languages, time zone, menu. */
export const siteSchema = z.strictObject({
  /** Canonical origin, without a path. */
  address: webAddress.check((context) => {
    if (new URL(context.value).origin !== context.value)
      context.issues.push({
        code: 'custom',
        message: `"${context.value}" must be an origin only, like https://example.org, without a path or a slash at its end`,
        input: context.value,
      });
  }),
  name: text(1, 40, 'the name'),
  /** The first is the default language, at the root of the site. */
  languages: z
    .array(
      group(
        {
          code: z.string().check((context) => {
            if (!languageCode.test(context.value))
              context.issues.push({
                code: 'custom',
                message: `"${context.value}" must be a language code like en, pl or pt-BR`,
                input: context.value,
              });
          }),
          /** The language's name in that language. */
          name: text(1, 40, "the language's name"),
          dir: oneOf('ltr', 'rtl').default('ltr'),
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
            message: `"${code}" is written from the right; add dir: rtl`,
            input: context.value,
            path: [index],
          });
      });
      codes.forEach((code, index) => {
        if (codes.indexOf(code) !== index)
          context.issues.push({
            code: 'custom',
            message: `the language "${code}" stands here twice; delete one`,
            input: context.value,
            path: [index],
          });
      });
    }),
  /** IANA name of the zone in which the programme's hours are given. */
  timeZone: z.string().check((context) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: context.value });
      if (!/\//.test(context.value) && context.value !== 'UTC') throw new RangeError();
    } catch {
      context.issues.push({
        code: 'custom',
        message: `there is no time zone "${context.value}"; use a name of the IANA list, like Europe/Paris`,
        input: context.value,
      });
    }
  }),
  /** Sections or page slugs, in the order of the menu. */
  menu: list(text(1, 70, 'a menu item'), 'about, programme, events'),
  /** What member-cities.csv rests on. */
  citySources: sourceKeys.optional(),
  licence: text(1, 200, 'the licence').optional(),
  repository: webAddress.optional(),
  contact: text(3, 200, 'the contact').optional(),
});

export type Site = z.output<typeof siteSchema>;
export type Language = Site['languages'][number];

/** The default language: facts stand in its files, and its pages at the root. */
export const defaultLanguage = (site: Site): Language => site.languages[0] as Language;
