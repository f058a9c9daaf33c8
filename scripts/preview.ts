/** `npm run preview`: the built site at http://localhost:4321, with the headers and redirects that a CDN gives it. */
import './lib/uncaught-errors.ts';
import { existsSync } from 'node:fs';
import { serverPort } from './lib/port.ts';
import { serve } from './lib/server.ts';

const port = serverPort();
if (!existsSync('dist/index.html')) {
  process.stderr.write('There is no built site in dist/; run `npm run build` first.\n');
  process.exit(1);
}
try {
  const { url } = await serve('dist', port);
  process.stdout.write(`The site is at ${url}/. Press Ctrl+C to stop.\n`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  process.stderr.write(
    `Port ${port} is in use; stop the program that uses it, or choose another port: PORT=4322 npm start\n`,
  );
  process.exit(1);
}
