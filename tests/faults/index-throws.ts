/** A search engine that can't be started, as where its program is missing. */
export const createIndex = () => Promise.reject(new Error('spawn pagefind_extended ENOENT'));
export const close = () => Promise.resolve();
