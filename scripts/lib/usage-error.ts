/** What a command won't do, in one plain sentence without its full stop. */
export class Refusal extends Error {}

export function refuse(message: string): never {
  throw new Refusal(message);
}
