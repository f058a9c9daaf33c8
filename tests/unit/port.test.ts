import { expect, test } from 'vitest';
import { run } from '../helpers/build.ts';

test.each(['serve.ts', 'dev.ts', 'cms.ts'])('%s refuses a PORT that is none, before anything else', async (script) => {
  for (const PORT of ['http', '0', '65536', '80.5'])
    expect(await run(script, [], { PORT })).toEqual({
      code: 1,
      output: `PORT is "${PORT}"; it must be a number from 1 to 65535.\n`,
    });
});
