import { expect, test } from 'vitest';
import { run } from '../helpers/build.ts';

test('each server rejects a PORT that is not a port number', async () => {
  const outcomes = await Promise.all(
    Object.entries({ 'preview.ts': '65536', 'dev.ts': '80.5', 'cms.ts': 'http' }).map(async ([script, PORT]) => ({
      ...(await run(script, [], { PORT })),
      PORT,
    })),
  );
  for (const { code, output, PORT } of outcomes) {
    expect(output).toBe(`PORT is "${PORT}"; it must be a number from 1 to 65535.\n`);
    expect(code).toBe(1);
  }
});
