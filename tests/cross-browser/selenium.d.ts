/** The part of selenium-webdriver that the tests use; the package has no types. */
declare module 'selenium-webdriver' {
  export interface Field {
    click: () => Promise<void>;
    sendKeys: (...keys: string[]) => Promise<void>;
  }
  export interface Session {
    get: (url: string) => Promise<void>;
    executeScript: (script: string) => Promise<unknown>;
    findElement: (locator: unknown) => Field;
    navigate: () => { back: () => Promise<void> };
    manage: () => { window: () => { setRect: (rect: Record<string, number>) => Promise<unknown> } };
    quit: () => Promise<void>;
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: object): this;
    build(): Promise<Session>;
  }
  export const Capabilities: new (values: Record<string, unknown>) => object;
  export const By: { css: (selector: string) => unknown };
}
