/** Starts the CMS in an editor's browser, and tells after each save what the check says of the content. */
import { init, registerCustomFormat, registerEventListener, type CmsConfig } from '@sveltia/cms';
import { entryFormat, readEntry, writeEntry, type EntryValues } from './entry-text.ts';

const config = JSON.parse(document.getElementById('config')?.textContent ?? '') as CmsConfig;

registerCustomFormat(entryFormat, 'md', {
  fromFile: readEntry,
  toFile: (values: EntryValues) => writeEntry(values),
});
registerEventListener({ name: 'postSave', handler: () => void tell() });
// A deletion has no event of its own, but leads to another place of the page.
window.addEventListener('hashchange', () => void tell());
void init({ config });
void tell();

/** Shows the errors that the content has now, as they stand in its files; nothing where there are none. */
async function tell(): Promise<void> {
  const answer = await fetch('/admin/problems.json');
  const problems = (await answer.json()) as string[];
  const place = document.getElementById('problems') as HTMLElement;
  place.hidden = problems.length === 0;
  (place.querySelector('summary') as HTMLElement).textContent =
    problems.length === 1 ? 'The content has an error' : `The content has ${problems.length} errors`;
  (place.querySelector('ul') as HTMLElement).replaceChildren(
    ...problems.map((problem) => Object.assign(document.createElement('li'), { textContent: problem })),
  );
}
