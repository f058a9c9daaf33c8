/**
 * The configuration of the CMS, generated from the schemas and the edition, so that its forms always match the check.
 */
import type { CmsConfig, Collection, Field as CmsField, SelectField } from '@sveltia/cms';
import { countryCodes, countryName } from '../model/schema/countries.ts';
import type { Edition } from '../model/edition.ts';
import { aboutKind, kinds, originalSchema, sectionOf, wordKeysOf, type Kind } from '../model/schema/kinds.ts';
import { propertiesOf, type Property } from '../model/schema/meta.ts';
import { defaultLanguage } from '../model/schema/site.ts';
import { slugPattern } from '../model/schema/slug.ts';
import { momentPattern, yesPattern } from '../model/schema/values.ts';
import { entryFormat } from './entry-text.ts';

export interface CmsContext {
  /** Name of the repository's root folder, which the user selects. */
  repository: string;
  /** Path of the content folder from there, with forward slashes; '' if it is the root. */
  content: string;
  /** Origin of the development server, such as http://localhost:4321. */
  preview: string;
}

/**
 * Collections, forms and languages of an edition for Sveltia CMS. MDX files are left out: a collection has one
 * extension, and the CMS doesn't support components.
 */
export function cmsConfig(edition: Edition, { repository, content, preview }: CmsContext): CmsConfig {
  const below = (path: string) => (content === '' ? path : `${content}/${path}`);
  return {
    load_config_file: false,
    app_title: edition.site.name,
    // Required, but never used: only the button for a local repository is shown.
    backend: { name: 'gitea', repo: `local/${repository}`, base_url: preview, auth_methods: ['token'] },
    site_url: preview,
    logo: { src: `${new URL(preview).pathname.replace(/\/$/, '')}/icon.svg` },
    media_folder: below('pages'),
    public_folder: '/',
    media_libraries: {
      all: { slugify_filename: true },
      stock_assets: { providers: [] },
    },
    slug: { encoding: 'ascii', clean_accents: true },
    editor: { preview: false },
    output: { omit_empty_optional_fields: true },
    i18n: {
      structure: 'multiple_files',
      locales: edition.site.languages.map(({ code }) => code),
      default_locale: defaultLanguage(edition.site).code,
      initial_locales: 'default',
      omit_default_locale_from_preview_path: true,
    },
    singletons: isInMdx(edition, 'meeting')
      ? []
      : [
          {
            name: 'meeting',
            label: labelOf(edition, 'meeting'),
            file: below('meeting.{{locale}}.md'),
            format: entryFormat,
            i18n: true,
            preview_path: `{{locale}}/${sectionOf.meeting}/`,
            // No media folder: it would list the settings next to this file, with a button to delete them.
            fields: formOf(edition, 'meeting'),
          },
        ],
    collections: kinds.filter((kind) => kind !== 'meeting').map((kind) => collectionOf(edition, kind, below(kind))),
  };
}

const isInMdx = (edition: Edition, kind: Kind) =>
  edition.entries[kind].some(({ translations }) =>
    Object.values(translations).some(({ extension }) => extension === 'mdx'),
  );

function collectionOf(edition: Edition, kind: Kind, folder: string): Collection {
  const section = sectionOf[kind];
  return {
    name: kind,
    label: labelOf(edition, kind),
    description: aboutKind(kind),
    folder,
    extension: 'md',
    format: entryFormat,
    i18n: true,
    slug: {
      template: '{{title}}',
      // The address of an existing entry must not change.
      editable: ['create'],
      pattern: [slugPattern.source, 'Lower-case letters a–z, digits and hyphens, like summer-concert.'],
      hint: 'Part of the address, the same in every language.',
    },
    preview_path: `{{locale}}/${section === '' ? '' : `${section}/`}{{slug}}/`,
    // Pictures are in the same folder as their text.
    media_folder: '.',
    public_folder: '.',
    // Our aliases are alternative names for the search, not addresses.
    aliases_field: false,
    fields: formOf(edition, kind),
  };
}

/** A kind's label: the title of its section in the default language, or the name of the kind. */
function labelOf({ site, interface: words }: Edition, kind: Kind): string {
  const title = words[defaultLanguage(site).code]?.[`sections.${sectionOf[kind]}.title`];
  return title ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** The form of a kind: words in every language, facts only in the default language, and the text. */
function formOf(edition: Edition, kind: Kind): CmsField[] {
  const words = wordKeysOf(kind);
  return [
    ...propertiesOf(originalSchema(kind)).map((property) => ({
      ...widget(edition, property),
      i18n: words.includes(property.key),
    })),
    {
      name: 'body',
      label: 'Text',
      hint: 'Markdown. Headings start with ##; links within the site start with / and omit the language.',
      // A rich-text editor would rewrite all of the Markdown.
      widget: 'text',
      required: false,
      i18n: true,
    },
  ];
}

function widget(edition: Edition, property: Property): CmsField {
  const base = { name: property.key, label: property.title, hint: property.description, required: !property.optional };
  const { list: multiple, form } = property;
  if (property.properties.length > 0) {
    const fields = property.properties.map((inner) => widget(edition, inner));
    return multiple
      ? { ...base, widget: 'list', fields, collapsed: 'auto' }
      : { ...base, widget: 'object', fields, collapsed: false };
  }
  if (property.names === 'sources') {
    const options = Object.entries(edition.sources).map(([value, { title }]) => ({
      label: `${title} (${value})`,
      value,
    }));
    // Empty if sources.yaml can't be read.
    if (options.length > 0) return { ...base, widget: 'select', options, multiple };
  } else if (property.names) {
    return {
      ...base,
      widget: 'relation',
      collection: property.names,
      value_field: '{{slug}}',
      display_fields: ['title'],
      search_fields: ['title'],
      multiple,
    };
  }
  if (form.pattern === yesPattern) return { ...base, widget: 'select', options: ['true'] };
  if (property.choices) return { ...base, widget: 'select', options: optionsOf(property.choices), multiple };
  if (multiple) return { ...base, widget: 'list' };
  if (form.minimum !== undefined || form.maximum !== undefined)
    return {
      ...base,
      widget: 'number',
      value_type: form.type?.includes('integer') ? 'int' : 'float',
      ...(form.minimum === undefined ? {} : { min: form.minimum }),
      ...(form.maximum === undefined ? {} : { max: form.maximum }),
    };
  // With a minimum length, an optional field could not be left empty.
  const minimum = property.optional || form.minLength === undefined ? {} : { minlength: form.minLength };
  const maximum = form.maxLength === undefined ? {} : { maxlength: form.maxLength };
  const message = form.patternErrorMessage ?? property.description;
  const pattern = form.pattern === undefined ? {} : { pattern: [form.pattern, message] as [string, string] };
  if (form.pattern === momentPattern)
    return { ...base, ...pattern, widget: 'string', after_input: edition.site.timeZone };
  return { ...base, ...pattern, ...minimum, ...maximum, widget: (form.maxLength ?? 0) > 100 ? 'text' : 'string' };
}

/** Choices, with the names of countries. */
function optionsOf(choices: readonly string[]): SelectField['options'] {
  if (choices.every((choice) => countryCodes.includes(choice)))
    return choices.map((value) => ({ label: `${countryName(value)} (${value})`, value }));
  return [...choices];
}
