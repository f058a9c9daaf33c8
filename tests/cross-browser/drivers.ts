/** A small common interface to the browsers that the scenarios run in. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Page } from 'playwright-core';

/** A browser window. Expressions are JavaScript source, because they are sent to another program. */
export interface Window {
  open: (url: string) => Promise<void>;
  evaluate: (expression: string) => Promise<unknown>;
  /** A real click by the browser, not a synthetic event. */
  click: (selector: string) => Promise<void>;
  /** Types into an empty field. */
  type: (selector: string, text: string) => Promise<void>;
  back: () => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** The console's errors so far; undefined if the browser doesn't report them. */
  faults: () => string[] | undefined;
  close: () => Promise<void>;
}

/** Chromium with Playwright, as in the other tests. */
export function chromiumWindow(page: Page): Window {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.fill(selector, text),
    back: async () => void (await page.goBack()),
    resize: (width, height) => page.setViewportSize({ width, height }),
    faults: () => faults,
    close: () => page.close(),
  };
}

/** Firefox with WebDriver BiDi. @param program its path */
export async function firefox(program: string): Promise<Window> {
  const { launch } = await import('puppeteer-core');
  const browser = await launch({ browser: 'firefox', executablePath: program, headless: true });
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error instanceof Error ? error.message : String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  return {
    open: async (url) => void (await page.goto(url)),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    // In Firefox, goBack() waits for a page to load, even if the page stays the same.
    back: async () => void (await page.evaluate('setTimeout(() => history.back())')),
    resize: (width, height) =>
      page.setViewport({ width, height }).catch((error: unknown) => {
        // Firefox ESR 140 resizes the window, but can't set its screen orientation.
        if (!String(error).includes('unknown command emulation.setScreenOrientationOverride')) throw error;
      }),
    faults: () => faults,
    close: () => browser.close(),
  };
}

/**
 * WebKitGTK's MiniBrowser with WebDriver, on its own display. Don't disable compositing: without it, screenshots
 * hang.
 *
 * @param programs paths of the driver, the display server and the browser
 */
export async function webkit(programs: { driver: string; display: string; browser: string }): Promise<Window> {
  const { Builder, By, Capabilities } = await import('selenium-webdriver');
  const number = 90 + (process.pid % 900);
  const display = spawn(programs.display, [`:${number}`, '-screen', '0', '1400x1000x24'], { stdio: 'ignore' });
  const port = await freePort();
  // A new driver process: a hung session in an older one would block this one.
  const driver = spawn(programs.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${number}` },
  });
  const end = async () => {
    for (const child of [driver, display]) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    }
  };
  process.once('exit', () => [driver, display].map((child) => child.kill('SIGKILL')));
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: programs.browser, args: ['--automation'] },
  });
  const connect = async () =>
    new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  let session: Awaited<ReturnType<typeof connect>> | undefined;
  for (let tries = 0; !session; tries++) {
    await new Promise((done) => setTimeout(done, 500));
    session = await connect().catch((error: unknown) => {
      if (tries < 10) return undefined;
      throw error;
    });
  }
  const there = session;
  return {
    open: (url) => there.get(url),
    evaluate: (expression) => there.executeScript(`return (${expression});`),
    click: async (selector) => there.findElement(By.css(selector)).click(),
    type: async (selector, text) => there.findElement(By.css(selector)).sendKeys(text),
    back: () => there.navigate().back(),
    resize: async (width, height) => void (await there.manage().window().setRect({ width, height, x: 0, y: 0 })),
    faults: () => undefined,
    close: async () => {
      await there.quit().catch(() => undefined);
      await end();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
