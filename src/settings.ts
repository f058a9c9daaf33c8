/** The project's environment variables. No other module in src/ reads them. */
import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { siteDate } from './calendar/phase.ts';
import { siteAddress } from './model/schema/site.ts';

/** The content folder: CONTENT_DIR, or `content` in the project. */
export const contentDir = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/**
 * Path of the content folder in its repository, with forward slashes: relative to the project, or `content` if it is
 * outside the project.
 */
export function contentFolder(): string {
  const path = relative(resolve('.'), contentDir()).split(sep).join('/');
  return path === '' || /^\.\.(\/|$)|^([a-zA-Z]:)?\//.test(path) ? 'content' : path;
}

/**
 * The address that the site is built for, without a trailing slash: SITE_URL, or the edition's address.
 * @throws RangeError with a message for the user
 */
export function siteUrl(address: string): string {
  const value = process.env['SITE_URL'];
  if (!value) return address;
  const url = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? siteAddress(value) : undefined;
  if (url === undefined)
    throw new RangeError(
      `SITE_URL is "${value}"; it must be a full web address, like https://preview.example.org or https://example.org/preview`,
    );
  return url;
}

/** The path at which the site is served, for Astro's `base`; "/" if SITE_URL is invalid, which the check reports. */
export function siteBase(address: string): string {
  try {
    return new URL(siteUrl(address)).pathname;
  } catch {
    return '/';
  }
}

/**
 * Checks that Vite can read the paths: it takes `#` and `?` as the end of a module's path.
 * @throws RangeError if the project or its content has a path that Vite can't read
 */
export function checkFolders(root = resolve('.'), content = contentDir()): void {
  const folder = /[#?]/.test(root) ? root : content.includes('?') ? content : undefined;
  const sign = /[#?]/.exec(folder ?? '')?.[0];
  if (sign !== undefined)
    throw new RangeError(`The path "${folder}" contains "${sign}", which Vite can't read; rename that folder.`);
}

/** The moment that the site is built for: SITE_DATE, or now. @throws RangeError with a message for the user */
export const buildMoment = (timeZone: string): Temporal.ZonedDateTime => siteDate(process.env['SITE_DATE'], timeZone);

/** Does the build command that started this process check the content? */
export const isChecked = (): boolean => process.env['CONTENT_CHECKED'] === 'yes';

/** A file with the content's git history, written by the build command; see saveHistory(). */
export const historyFile = (): string | undefined => process.env['HISTORY_FILE'] || undefined;

/**
 * Where a build writes. The build command sets BUILD_DIR to a temporary folder, which then replaces the output folder.
 * Each edition has its own cache, so that cached files of different editions never mix.
 */
export function buildFolders(content: string): { outDir: string; cacheDir: string } {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { outDir: process.env['BUILD_DIR'] || 'dist', cacheDir: `node_modules/.astro/${name}` };
}
