/**
 * What the environment says of this build. Read here and nowhere else.
 */
import { createHash } from 'node:crypto';
import { relative, resolve, sep } from 'node:path';
import { siteDate } from './calendar/phase.ts';
import { siteAddress } from './model/schema/site.ts';

/** Folder of the edition: CONTENT_DIR, or `content` in the project. */
export const contentDir = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/**
 * Where the edition's folder lies in its repository, with forward slashes: as in the project, or `content` where it lies
 * elsewhere and nothing tells.
 */
export function contentFolder(): string {
  const path = relative(resolve('.'), contentDir()).split(sep).join('/');
  return path === '' || /^\.\.(\/|$)|^([a-zA-Z]:)?\//.test(path) ? 'content' : path;
}

/**
 * The address that the site is built for, without a slash at its end: SITE_URL, or the edition's address.
 * @throws RangeError with a plain sentence
 */
export function siteUrl(address: string): string {
  const value = process.env['SITE_URL'];
  if (!value) return address;
  const url = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? siteAddress(value) : undefined;
  if (url === undefined)
    throw new RangeError(
      `SITE_URL is "${value}"; it must be a whole web address, like https://preview.example.org or https://example.org/preview`,
    );
  return url;
}

/** The path that the site is served below, for Astro's `base`; "/" where SITE_URL is invalid, which the check reports. */
export function siteBase(address: string): string {
  try {
    return new URL(siteUrl(address)).pathname;
  } catch {
    return '/';
  }
}

/**
 * Vite reads `#` and `?` in the path of a module as the end of its name.
 * @throws RangeError if the project or its content is in a folder that can't be built
 */
export function checkFolders(root = resolve('.'), content = contentDir()): void {
  const folder = /[#?]/.test(root) ? root : content.includes('?') ? content : undefined;
  const sign = /[#?]/.exec(folder ?? '')?.[0];
  if (sign !== undefined)
    throw new RangeError(`The path "${folder}" contains "${sign}", which Vite can't read; rename that folder.`);
}

/** The moment as of which the site is built: SITE_DATE, or now. @throws RangeError with a plain sentence */
export const buildMoment = (timeZone: string): Temporal.ZonedDateTime => siteDate(process.env['SITE_DATE'], timeZone);

/** Does the build command, which has started this process, check the content itself? */
export const isChecked = (): boolean => process.env['CONTENT_CHECKED'] === 'yes';

/** File with the git history of the content, which the build command has read for this process; see saveHistory(). */
export const historyFile = (): string | undefined => process.env['HISTORY_FILE'] || undefined;

/**
 * Where a build writes. BUILD_DIR is set by the build command, which makes the site aside and swaps it in;
 * caches are kept per edition, so that one never shows what belongs to another.
 */
export function buildFolders(content: string): { outDir: string; cacheDir: string } {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { outDir: process.env['BUILD_DIR'] || 'dist', cacheDir: `node_modules/.astro/${name}` };
}
