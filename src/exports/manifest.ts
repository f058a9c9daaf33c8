/** The web app manifest for a language (W3C, Web Application Manifest), for adding the site to a home screen. */
import { servedAddress } from '../i18n/addresses.ts';
import { meetingValues } from '../views/meeting.ts';
import type { PageContext } from '../i18n/page-context.ts';

/** PNG icons by file name, with their size in pixels. */
export const icons = {
  'icon-192': { size: 192, maskable: false },
  'icon-512': { size: 512, maskable: false },
  'icon-maskable-512': { size: 512, maskable: true },
  // For Apple's systems, which round the corners.
  'apple-touch-icon': { size: 180, maskable: true },
} as const;

export function manifestFile(page: PageContext): string {
  const { language, lang, edition, t } = page;
  return JSON.stringify({
    name: edition.site.name,
    short_name: edition.site.name,
    description: t('home.description', meetingValues(page)),
    lang,
    dir: language.dir,
    id: page.link('/'),
    start_url: page.link('/'),
    scope: servedAddress('/'),
    display: 'minimal-ui',
    background_color: '#fbf8f2',
    theme_color: '#fbf8f2',
    icons: [
      { src: servedAddress('/icon.svg'), type: 'image/svg+xml', sizes: 'any' },
      ...Object.entries(icons)
        .filter(([name]) => name.startsWith('icon-'))
        .map(([name, { size, maskable }]) => ({
          src: servedAddress(`/${name}.png`),
          type: 'image/png',
          sizes: `${size}x${size}`,
          purpose: maskable ? 'maskable' : 'any',
        })),
    ],
  });
}
