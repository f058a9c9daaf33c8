import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { escapeHtml } from '../../src/escape-html.ts';
import { chromium, type Browser } from 'playwright-core';
import { usageError } from './usage-error.ts';

/** Usual paths of Chrome and Chromium. */
const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

interface Options {
  /** Further command-line arguments. */
  more?: readonly string[];
  /** On Linux x64, also uses the machine's fonts, for writing systems that the package's fonts don't cover. */
  systemFonts?: boolean;
}

/**
 * Starts the browser at CHROME_PATH. If that isn't set, it starts the Chromium from the npm package (Linux x64 only),
 * or on other systems an installed Chrome or Chromium. On Linux x64 all of them use the same fonts, so that tests see
 * the same pages on every machine.
 *
 * @throws if there is no browser, or no file at CHROME_PATH
 */
export async function startBrowser({ more = [], systemFonts = false }: Options = {}): Promise<Browser> {
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
  const named = process.env['CHROME_PATH'];
  if (named && !existsSync(named)) usageError(`CHROME_PATH is "${named}", but there is no such file`);

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    const executablePath = named || installed.find((candidate) => existsSync(candidate));
    if (!executablePath) usageError('No Chrome or Chromium was found; install one, or set CHROME_PATH to its path');
    return chromium.launch({ executablePath, args });
  }

  const folder = resolve('node_modules/.cache/chromium');
  const executablePath = await unpack(folder);
  const env = { ...process.env, FONTCONFIG_FILE: fontSettings(folder, systemFonts) };
  if (named) return chromium.launch({ executablePath: named, args, env });
  return chromium.launch({
    executablePath,
    // The package's own arguments suit a serverless function: one process, no web security. Tests need a normal
    // browser.
    args: [...args, '--headless=shell'],
    env: { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  });
}

/** Unpacks the Chromium in `@sparticuz/chromium`, with its fonts and libraries. Returns the path of the program. */
async function unpack(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder, and adds missing system libraries only if it detects a serverless
  // runtime. It sets further environment variables for its browser, which no other process should get.
  const before = { ...process.env };
  try {
    process.env['TMPDIR'] = folder;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
    return await (await import('@sparticuz/chromium')).default.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}

/** Writes a fontconfig file that names the package's own fonts; without any font, Chromium crashes on `local()`. */
function fontSettings(folder: string, systemFonts: boolean): string {
  const file = join(folder, systemFonts ? 'fonts-system.conf' : 'fonts.conf');
  const dirs = [join(folder, 'fonts'), ...(systemFonts ? ['/usr/share/fonts'] : [])];
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs
      .map((dir) => `<dir>${escapeHtml(dir)}</dir>`)
      .join('')}<cachedir>${escapeHtml(join(folder, 'fonts-cache'))}</cachedir></fontconfig>`,
  );
  return file;
}
