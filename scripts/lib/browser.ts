import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { escapeHtml } from '../../src/escape-html.ts';
import { chromium, type Browser } from 'playwright-core';

/** Usual places of Chrome and Chromium. */
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
  /** Lets the bundled browser also use the machine's fonts, for scripts that its own don't cover. */
  systemFonts?: boolean;
}

/**
 * Starts the browser at CHROME_PATH; without it the Chromium from npm, which gives the same results on every machine but
 * runs on Linux x64 only; on other systems an installed one.
 *
 * @throws if there is no browser, or no file at CHROME_PATH
 */
export async function startBrowser({ more = [], systemFonts = false }: Options = {}): Promise<Browser> {
  const { executablePath, env, args = [] } = await findBrowser(systemFonts);
  return chromium.launch({
    executablePath,
    env,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
      ...more,
    ],
  });
}

interface Found {
  executablePath: string;
  args?: string[];
  env?: NodeJS.ProcessEnv;
}

async function findBrowser(systemFonts: boolean): Promise<Found> {
  const named = process.env['CHROME_PATH'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is "${named}", but there is no such file.`);
    return { executablePath: named };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return bundled(systemFonts);
  const executablePath = installed.find((candidate) => existsSync(candidate));
  if (!executablePath) throw new Error('No Chrome or Chromium was found. Install one, or set CHROME_PATH to its path.');
  return { executablePath };
}

/** The Chromium in `@sparticuz/chromium`, unpacked into node_modules/.cache. */
async function bundled(systemFonts: boolean): Promise<Found> {
  const folder = resolve('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the temporary folder, and adds missing system libraries only if it detects a serverless
  // runtime. It sets further environment variables for its browser, which no other process should get.
  const before = { ...process.env };
  let executablePath: string;
  try {
    process.env['TMPDIR'] = folder;
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
    executablePath = await (await import('@sparticuz/chromium')).default.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
  // Chromium crashes on `local()` without any font, so the package's own are always included.
  const fonts = join(folder, systemFonts ? 'fonts-system.conf' : 'fonts.conf');
  const dirs = [join(folder, 'fonts'), ...(systemFonts ? ['/usr/share/fonts'] : [])];
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs
      .map((dir) => `<dir>${escapeHtml(dir)}</dir>`)
      .join('')}<cachedir>${escapeHtml(join(folder, 'fonts-cache'))}</cachedir></fontconfig>`,
  );
  return {
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: fonts },
    // Not the package's own arguments, which turn off web security and use one process.
    args: ['--headless=shell'],
  };
}
