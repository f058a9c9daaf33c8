/** Addresses at the place where the edition's files are kept, for people who edit in the browser. */

/** Where files lie, and how its pages for them are called. */
export interface Repository {
  /** Changes a file. */
  edit: (file: string) => string;
  /** Makes a file of that name. */
  create: (file: string) => string;
  /** What was changed in a file, and when. */
  changes: (file: string) => string;
}

/**
 * GitHub's form of addresses; GitLab, and Forgejo with Gitea, have others and are known by their names.
 *
 * @param address `repository` of site.yaml
 * @param folder  path of the content folder in the repository
 * @returns undefined where the edition names no repository
 */
export function repositoryOf(address: string | undefined, folder: string): Repository | undefined {
  if (address === undefined) return undefined;
  const root = address.replace(/(\.git)?\/*$/, '');
  const path = (file: string) => `${folder}/${file}`.split('/').map(encodeURIComponent).join('/');
  const above = (file: string) => path(file).replace(/\/[^/]*$/, '');
  const name = (file: string) => encodeURIComponent(file.slice(file.lastIndexOf('/') + 1));
  const host = new URL(address).hostname;
  if (/(^|[.-])gitlab\./.test(host))
    return {
      edit: (file) => `${root}/-/edit/main/${path(file)}`,
      create: (file) => `${root}/-/new/main/${above(file)}?file_name=${name(file)}`,
      changes: (file) => `${root}/-/commits/main/${path(file)}`,
    };
  if (/(^|[.-])(codeberg|forgejo|gitea)\./.test(host))
    return {
      edit: (file) => `${root}/_edit/main/${path(file)}`,
      create: (file) => `${root}/_new/main/${path(file)}`,
      changes: (file) => `${root}/commits/branch/main/${path(file)}`,
    };
  return {
    edit: (file) => `${root}/edit/main/${path(file)}`,
    create: (file) => `${root}/new/main/${above(file)}?filename=${name(file)}`,
    changes: (file) => `${root}/commits/main/${path(file)}`,
  };
}
