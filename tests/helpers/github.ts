import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Repository } from '../../scripts/lib/compare/github.ts';

export interface Comment {
  id: number;
  body: string;
  user: { login: string } | null;
}

/**
 * A small stand-in for GitHub's API, with the comments of pull request 7 in the repository o/r.
 * @param comments the existing comments, to which new ones are added
 * @param pulls    the open pull requests
 */
export async function fakeGitHub(
  comments: Comment[],
  pulls: object[] = [],
): Promise<{ repository: Repository; asked: string[]; close: () => void }> {
  const asked: string[] = [];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    repository: { api: `http://127.0.0.1:${port}`, name: 'o/r', token: 'secret' },
    asked,
    close: () => server.close(),
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    asked.push(`${request.method} ${request.url}`);
    let body = '';
    for await (const part of request) body += String(part);
    const { pathname, searchParams } = new URL(request.url as string, 'http://localhost');
    const respond = (data: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(data));
    if (request.headers.authorization !== 'Bearer secret') return respond({}, 401);
    const from = (Number(searchParams.get('page')) - 1) * 100;
    if (pathname === '/repos/o/r/pulls') return respond(pulls.slice(from, from + 100));
    if (pathname === '/repos/o/r/issues/7/comments') {
      if (request.method === 'GET') return respond(comments.slice(from, from + 100));
      const user = { login: 'github-actions[bot]' };
      comments.push({ id: comments.length + 1, user, body: (JSON.parse(body) as Comment).body });
      return respond({}, 201);
    }
    const own = comments.find(({ id }) => pathname === `/repos/o/r/issues/comments/${id}`);
    if (!own) return respond({}, 404);
    own.body = (JSON.parse(body) as Comment).body;
    return respond({});
  }
}
