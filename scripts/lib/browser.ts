import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Where a Chrome or Chromium usually is, by system. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/**
 * Starts a browser: the one that is installed (or that CHROME_PATH names), or else the Chromium that came with npm,
 * which runs on Linux x64 only.
 *
 * @param more further arguments of the command line
 */
export async function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const path = process.env['CHROME_PATH'] ?? installed.find((candidate) => existsSync(candidate));
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ];
  if (path) return chromium.launch({ executablePath: path, args });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome was found. Install one, or set CHROME_PATH to where it is.');
  // The package unpacks the libraries that a bare machine lacks only where it believes to be on a server of this kind,
  // and all that into the folder for temporary files, which must be ours alone.
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x';
  const folder = resolve('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  process.env['TMPDIR'] = folder;
  // Its font settings name /tmp; where no font is found, `local()` in a style sheet ends the page with a crash.
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  );
  process.env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  const { default: bundled } = await import('@sparticuz/chromium');
  // Its own arguments fit a serverless function: one process, no web security. A test wants a browser like the readers'.
  return chromium.launch({ executablePath: await bundled.executablePath(), args: [...args, '--headless=shell'] });
}
