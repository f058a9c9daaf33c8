/** What a command won't do, in one plain sentence without its full stop. */
export class UsageError extends Error {}

export function usageError(message: string): never {
  throw new UsageError(message);
}
