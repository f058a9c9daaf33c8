/** GitHub's API for the comparison: the pull request of a commit, and one comment on it. */
import { z } from 'zod';

export interface Repository {
  /** Root of the API, without a trailing slash. */
  api: string;
  /** `owner/name`. */
  name: string;
  token: string;
}

/** The commit that a run built, as GitHub reports it. */
export interface Head {
  sha: string;
  /** `owner/name` of the repository with the branch, which may be a fork. */
  repository: string;
  branch: string;
}

const pulls = z.array(
  z.object({
    number: z.int().positive(),
    head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  }),
);
const comments = z.array(
  z.object({ id: z.int().positive(), body: z.string().nullish(), user: z.object({ login: z.string() }).nullable() }),
);

/**
 * The open pull request whose last commit is this one, or undefined.
 * @param claimed the number that the pull request claims; used only to choose between several from one branch
 */
export async function findPull(repository: Repository, head: Head, claimed?: number): Promise<number | undefined> {
  const owner = head.repository.split('/')[0] as string;
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${head.branch}` });
  const open = await getAll(repository, `pulls?${query}`, pulls);
  const numbers = open
    .filter((pull) => pull.head.sha === head.sha && pull.head.repo?.full_name === head.repository)
    .map(({ number }) => number);
  return numbers.length === 1 ? numbers[0] : numbers.find((number) => number === claimed);
}

/** Identifies the comment; invisible. */
const marker = '<!-- report of the built site -->';

/**
 * Writes or updates the comment on a pull request. Comments by others are never changed.
 * @param author the login of this token
 */
export async function putComment(
  repository: Repository,
  pull: number,
  text: string,
  author: string,
): Promise<'created' | 'updated' | 'unchanged'> {
  const body = `${marker}\n${text}`;
  const all = await getAll(repository, `issues/${pull}/comments`, comments);
  const own = all.find((comment) => comment.user?.login === author && comment.body?.startsWith(marker));
  if (!own) {
    await ask(repository, 'POST', `issues/${pull}/comments`, { body });
    return 'created';
  }
  // GitHub stores line endings as CR LF.
  if (own.body?.replaceAll('\r\n', '\n').trim() === body.trim()) return 'unchanged';
  await ask(repository, 'PATCH', `issues/comments/${own.id}`, { body });
  return 'updated';
}

/** All pages of a list. */
async function getAll<T>(repository: Repository, path: string, schema: z.ZodType<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const found = schema.parse(
      await ask(repository, 'GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`),
    );
    all.push(...found);
    if (found.length < 100) return all;
  }
}

/** Sends a request. @throws Error if GitHub doesn't respond, or responds with an error */
async function ask({ api, name, token }: Repository, method: string, path: string, body?: object): Promise<unknown> {
  const what = `${method} ${path.split('?')[0] as string}`;
  let response: Response;
  try {
    response = await fetch(`${api}/repos/${name}/${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'x-github-api-version': '2022-11-28',
        'user-agent': name,
      },
      signal: AbortSignal.timeout(30_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch (error) {
    throw new Error(`GitHub did not respond to ${what}: ${(error as Error).message}.`, { cause: error });
  }
  if (!response.ok) throw new Error(`GitHub responded with ${response.status} to ${what}.`);
  return response.json();
}
