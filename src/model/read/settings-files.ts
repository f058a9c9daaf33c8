/** The settings of a content folder: site.yaml, sources.yaml and redirects.yaml. */
import { z } from 'zod';
import type { Edition } from '../edition.ts';
import type { Report } from '../problem.ts';
import { checkRawText } from '../rules/raw-text.ts';
import { siteSchema, type Site } from '../schema/site.ts';
import { sourcesSchema } from '../schema/sources.ts';
import { slugPattern, toSlug } from '../schema/slug.ts';
import { readText } from './file-system.ts';
import { normalise } from './front-matter.ts';
import { validate } from './validate.ts';
import { parseYaml, type ParsedYaml } from './yaml.ts';

const redirectsSchema = z.record(z.string(), z.string('the new address must be a single text value'));

const silently = () => undefined;

/** Reads a YAML file. @param isText whether a key holds a text for readers; see parseYaml() */
export function readYamlFile(
  dir: string,
  file: string,
  report: Report,
  isText?: () => boolean,
): ParsedYaml | undefined {
  const text = readText(dir, file, report);
  if (text === undefined || !checkRawText(text, report)) return undefined;
  return parseYaml(normalise(text), 1, report, isText && { isText });
}

/** Reads only the settings of a content folder; undefined if they are missing or invalid. */
export function readSite(dir: string): Site | undefined {
  const yaml = readYamlFile(dir, 'site.yaml', silently);
  return yaml && validSite(yaml, silently);
}

export const validSite = (yaml: ParsedYaml, report: Report): Site | undefined =>
  validate(siteSchema, yaml, report, { known: Object.keys(siteSchema.shape) });

/**
 * The language codes in an invalid site.yaml; none if these are invalid too, so that not every file is reported.
 */
export const codesIn = (yaml: ParsedYaml | undefined): string[] =>
  siteSchema.shape.languages.safeParse(yaml?.data?.['languages']).data?.map(({ code }) => code) ?? [];

/** The keys of the bibliography, including invalid ones; none if it can't be read. */
export const readSourceKeys = (dir: string): string[] =>
  Object.keys(readYamlFile(dir, 'sources.yaml', silently)?.data ?? {});

/** The bibliography, and the keys of all its entries, including invalid ones; undefined if it can't be read at all. */
export function validSources(yaml: ParsedYaml | undefined, report: Report) {
  const known = ['title', 'publisher', 'url', 'published', 'note'];
  const keys = yaml?.data && Object.keys(yaml.data);
  for (const key of keys ?? [])
    if (!slugPattern.test(key))
      report(
        yaml?.lineOf([key]) ?? 1,
        key,
        `"${key}" must be written in lower-case letters a–z, digits and hyphens${toSlug(key) ? `, like ${toSlug(key)}` : ''}`,
      );
  // A reference to the corrected form of a key isn't a mistake.
  const meant = keys?.map(toSlug);
  return { keys: meant, sources: (yaml && validate(sourcesSchema, yaml, report, { known })) ?? {} };
}

export const validRedirects = (yaml: ParsedYaml | undefined, report: Report): Edition['redirects'] =>
  (yaml && validate(redirectsSchema, yaml, report)) ?? {};
