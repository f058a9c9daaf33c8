/**
 * Imported first by each command: an unexpected error ends it with one message and exit code 1, without a stack trace.
 */
import { resolve } from 'node:path';
import { systemErrorMessage, errorText } from './system-errors.ts';
import { UsageError } from './usage-error.ts';

// The reader has closed the pipe, as in `npm run check | head -1`. The command still runs to its end.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

process.on('uncaughtException', (error) => {
  const text = errorText(error);
  // From parseArgs(): a mistake in the command line.
  const isUsage = String((error as NodeJS.ErrnoException | undefined)?.code).startsWith('ERR_PARSE_ARGS');
  const message =
    (error instanceof UsageError ? `${error.message}.` : undefined) ??
    (isUsage ? error.message : systemErrorMessage(text, resolve('.'))) ??
    `Unexpected error: ${text.split('\n')[0]}. Please report it, with the stack trace that NODE_DEBUG=stack prints.`;
  process.stderr.write(`${message}\n`);
  if (process.env['NODE_DEBUG'] === 'stack' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
