/** Links to the files of the edition on GitHub, GitLab or Forgejo, for editing in the browser. */

/** Addresses of a repository's pages for a file. */
export interface RepositoryLinks {
  /** Edits a file. */
  edit: (file: string) => string;
  /** Creates a file. */
  create: (file: string) => string;
  /** Lists the commits of a file. */
  changes: (file: string) => string;
}

/**
 * GitLab and Forgejo (also Gitea) are recognised by their host name; any other host is treated as GitHub.
 *
 * @param address `repository` of site.yaml
 * @param folder  path of the content folder in the repository
 * @returns undefined if the edition names no repository
 */
export function repositoryLinks(address: string | undefined, folder: string): RepositoryLinks | undefined {
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
