import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  if?: string;
  uses?: string;
  permissions?: Record<string, string>;
  environment?: string;
  steps?: Step[];
}
interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const dir = '.github/workflows';
const workflows = globSync('*.{yml,yaml}', { cwd: dir })
  .sort()
  .map((file) => {
    const text = readFileSync(join(dir, file), 'utf8');
    return { file, text, workflow: parse(text) as Workflow };
  });
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

describe.each(workflows)('$file', ({ file, text, workflow }) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);

  test('every action is pinned to a commit, with its version in a comment', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, value = '']) => value);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses).toHaveLength(steps.filter((step) => step.uses).length + jobs.filter(([, job]) => job.uses).length);
    for (const value of uses) {
      if (value.startsWith('./')) expect(existsSync(value), value).toBe(true);
      else expect(value).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test('each action has the same version everywhere', () => {
    const all = workflows.flatMap(({ text: other }) => [...other.matchAll(/uses: ([^@\s]+)@(\w+)/g)]);
    for (const [, name = '', commit = ''] of text.matchAll(/uses: ([^@\s]+)@(\w+)/g))
      for (const [, other = '', its = ''] of all)
        if (other.split('/').slice(0, 2).join('/') === name.split('/').slice(0, 2).join('/')) expect(its).toBe(commit);
  });

  test('jobs have read permissions only, except the one that writes the comment', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) {
      const written = Object.entries(job.permissions ?? {}).filter(([, right]) => right !== 'read');
      expect(job.permissions, name).toBeDefined();
      expect(written, name).toEqual(file === 'comment.yml' ? [['pull-requests', 'write']] : []);
    }
  });

  test('untrusted text never becomes part of a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });

  test('no step keeps the token in the checkout, and builds have the full history', () => {
    for (const [name, job] of jobs)
      for (const step of job.steps ?? []) {
        if (!step.uses?.startsWith('actions/checkout@')) continue;
        expect(step.with?.['persist-credentials'], name).toBe(false);
        const builds = job.steps?.some(({ run }) => /npm (?:run build|test)\b/.test(run ?? ''));
        if (builds) expect(step.with?.['fetch-depth'], name).toBe(0);
      }
  });

  test('its commands exist', () => {
    const commands = steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npm (?:run )?(?:--silent )?([\w:]+)/g)]);
    for (const [, name = ''] of commands) if (name !== 'ci') expect(Object.keys(scripts)).toContain(name);
    for (const [, name = ''] of steps.flatMap(({ run }) => [...(run ?? '').matchAll(/npx (\w+)/g)]))
      expect(existsSync(`node_modules/${name}/package.json`), name).toBe(true);
  });

  test('secrets are only for Cloudflare, in an environment, and never where a pull request’s code runs', () => {
    for (const [name, job] of jobs) {
      const named = JSON.stringify(job).match(/secrets\.\w+/g) ?? [];
      for (const secret of named) expect(secret, name).toMatch(/^secrets\.CLOUDFLARE_(?:API_TOKEN|ACCOUNT_ID)$/);
      if (named.length > 0) {
        expect(job.environment).toBe('cloudflare');
        expect(workflow.on).not.toHaveProperty('pull_request');
      }
    }
  });

  test('where a pull request’s code runs, no cache is saved that another run could restore', () => {
    if (!('pull_request' in workflow.on)) return;
    for (const step of steps) {
      expect(step.uses ?? '').not.toMatch(/^actions\/cache(?:\/save)?@/);
      if (step.uses?.startsWith('actions/setup-node@')) expect(step.with?.['package-manager-cache']).toBe(false);
    }
  });
});

describe('the comment on a pull request', () => {
  const of = (file: string) => workflows.find((found) => found.file === file)?.workflow as Workflow;

  test('follows the workflow that builds the preview', () => {
    expect(of('comment.yml').on).toEqual({
      workflow_run: { workflows: [of('preview.yml').name], types: ['completed'] },
    });
  });

  test('is written by the default branch’s code, without checking out or unpacking anything from the pull request', () => {
    for (const step of of('comment.yml').jobs['comment']?.steps ?? []) {
      if (step.uses?.startsWith('actions/checkout@'))
        expect(Object.keys(step.with ?? {})).toEqual(['persist-credentials']);
      if (step.uses?.startsWith('actions/download-artifact@'))
        expect(step.with?.['path']).toMatch(/^\$\{\{ runner\.temp \}\}\//);
      expect(step.run ?? '').not.toMatch(/git (?:checkout|fetch|pull)|gh pr checkout/);
    }
  });

  test('downloads the artifacts by the names under which they are stored', () => {
    const names = (file: string, action: string) =>
      Object.values(of(file).jobs)
        .flatMap((job) => job.steps ?? [])
        .filter(({ uses }) => uses?.startsWith(`actions/${action}@`))
        .map((step) => step.with?.['name']);
    expect(names('comment.yml', 'download-artifact')).toEqual(names('preview.yml', 'upload-artifact'));
  });
});
