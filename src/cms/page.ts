/** The page of the CMS, which only the development server serves. */
import { escapeHtml } from '../escape-html.ts';
import { formatProblem, type Problem } from '../model/problem.ts';

/** JSON that is safe in a script element. */
const scriptJson = (data: unknown) => JSON.stringify(data).replace(/</g, '\\u003c');

/**
 * @param config the configuration of the CMS
 * @param script address of the script that starts it
 */
export const cmsPage = (title: string, config: unknown, script: string): string =>
  page(
    title,
    `<script type="application/json" id="config">${scriptJson(config)}</script>
<script type="module" src="${script}"></script>`,
    '<aside id="problems" role="status" hidden><details open><summary></summary><ul></ul></details></aside>',
  );

/** The page if the content can't be read: the errors to fix first. */
export const brokenPage = (problems: readonly Problem[]): string =>
  page(
    'The content can’t be read',
    '',
    `<h1>The content can’t be read</h1>
<p>Fix these errors, then reload the page.</p>
<ul>${problems.map((problem) => `<li>${escapeHtml(formatProblem(problem))}</li>`).join('')}</ul>`,
  );

const page = (title: string, head: string, body: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>
body { font-family: system-ui, sans-serif; margin: 1rem; }
#problems { position: fixed; inset: auto auto 1rem 1rem; z-index: 9999; max-inline-size: min(60rem, 100% - 2rem); max-block-size: 40vh;
  overflow: auto; box-sizing: border-box; padding: .75rem 1rem; border-radius: .5rem; background: #7a1420; color: #fff; line-height: 1.5; }
#problems[hidden] { display: none; }
#problems summary { font-weight: bold; cursor: pointer; }
#problems ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; }
/* Hides the buttons to sign in; only the one for a local repository works. */
.logo ~ .buttons > .button.secondary { display: none; }
</style>
${head}
</head>
<body>
${body}
</body>
</html>
`;

/**
 * The page's security policy (W3C, CSP Level 3). It blocks the CMS's requests to other hosts for fonts, updates and the status of
 * services. Styles are inline. `connect-src` is the full origin, because `'self'` includes the development server's WebSocket,
 * which reloads the page when a file changes: unsaved text would be lost.
 *
 * @param origin scheme, host and port of this server
 */
export const cmsPolicy = (origin: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src ${origin}/ blob: data:`,
    "worker-src 'self' blob:",
    "media-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
