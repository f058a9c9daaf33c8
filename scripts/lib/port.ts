/**
 * The port of the local server: PORT from the environment, or 4321.
 * If PORT is not a port number, prints a message and ends the command with exit code 1.
 */
export function serverPort(): number {
  const value = process.env['PORT'] || '4321';
  const port = Number(value);
  if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
  process.stderr.write(`PORT is "${value}"; it must be a number from 1 to 65535.\n`);
  process.exit(1);
}
