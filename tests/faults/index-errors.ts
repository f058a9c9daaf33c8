/** A search engine that refuses a page. */
const index = {
  addHTMLFile: () => Promise.resolve({ errors: ['this page is broken'] }),
  getFiles: () => Promise.resolve({ errors: [], files: [] }),
};
export const createIndex = () => Promise.resolve({ errors: [], index });
export const close = () => Promise.resolve();
