/** Imported first by each command: whatever nobody foresaw ends in a sentence too, with exit code 1, and not in a stack. */
import { resolve } from 'node:path';
import { causeOf, errorText } from './system-errors.ts';

process.on('uncaughtException', (error) => {
  const said = errorText(error);
  const sentence =
    causeOf(said, resolve('.')) ??
    `Something went wrong that the project doesn't know: ${said.split('\n')[0]}. Please report it, with what NODE_DEBUG=stack adds to this.`;
  process.stderr.write(`${sentence}\n`);
  if (process.env['NODE_DEBUG'] === 'stack' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
