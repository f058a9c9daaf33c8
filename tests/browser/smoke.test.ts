import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../../scripts/lib/browser.ts';
import { serve } from '../../scripts/lib/server.ts';
import { chromiumWindow } from '../cross-browser/drivers.ts';
import { scenarios } from '../cross-browser/scenarios.ts';
import { built } from '../helpers/build.ts';
import { isThisEdition } from '../helpers/this-edition.ts';

// `npm run test:browsers` runs the same scenarios in Firefox and WebKitGTK.
describe.runIf(isThisEdition)('scenarios that must work in every browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    site = await serve(built('main'), 0);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    site?.server.close();
  });

  test.each(Object.entries(scenarios))('%s', async (_, scenario) => {
    const window = chromiumWindow(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
    try {
      await scenario(window, site.url);
      expect(window.faults()).toEqual([]);
    } finally {
      await window.close();
    }
  });
});
