import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../servers/checks.ts';
import { startEdge, startLocal, type RunningServer } from '../servers/servers.ts';
import { built } from '../helpers/build.ts';

/** `npm run test:nginx` runs the same checks for nginx. */
describe.each([
  ['edge', 'Cloudflare’s runtime', startEdge],
  ['local', 'the local server', startLocal],
] as const)('%s: %s', (server, _, start) => {
  const dir = built('main');
  let running: RunningServer;
  beforeAll(async () => {
    running = await start(dir);
  });
  afterAll(() => running?.stop());

  for (const { name, find } of checks(server, dir, () => running.port))
    test(name, async () => expect(await find()).toEqual([]));
});
