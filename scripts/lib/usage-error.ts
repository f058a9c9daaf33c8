/** Why a command can't do what it was asked, as one message without a full stop. */
export class UsageError extends Error {}

export function usageError(message: string): never {
  throw new UsageError(message);
}
