import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from '../../scripts/lib/browser.ts';
import { serve } from '../../scripts/lib/server.ts';
import { built } from './build.ts';

export interface Visit {
  page: Page;
  /** Requests to other hosts, and errors in the console. */
  faults: string[];
}

/** Serves a built site and starts a browser for it. */
export function visiting(name: string) {
  let browser: Browser;
  let close: () => void;
  let origin: string;
  beforeAll(async () => {
    const { server, url } = await serve(built(name), 0);
    origin = url;
    close = () => server.close();
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  /**
   * Opens an address in a fresh context, with the clock at `now` if it is given, runs a function with the page, and
   * closes the context.
   */
  return async function visit<T>(
    address: string,
    { now, ...options }: BrowserContextOptions & { now?: string },
    act: (visit: Visit) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        faults.push(`request: ${request.url()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    try {
      if (now !== undefined) await page.clock.setFixedTime(now);
      await page.goto(origin + address);
      return await act({ page, faults });
    } finally {
      await context.close();
    }
  };
}
