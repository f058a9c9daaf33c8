/** Starts the CMS in the browser, and shows the check's errors after each save. */
import { init, registerCustomFormat, registerEventListener, type CmsConfig } from '@sveltia/cms';
import { entryFormat, readEntryText, writeEntry, type EntryValues } from './entry-text.ts';

const config = JSON.parse(document.getElementById('config')?.textContent ?? '') as CmsConfig;

registerCustomFormat(entryFormat, 'md', {
  fromFile: readEntryText,
  toFile: (values: EntryValues) => writeEntry(values),
});
registerEventListener({ name: 'postSave', handler: () => void showProblems() });
// A deletion has no event, but changes the address.
window.addEventListener('hashchange', () => void showProblems());
void init({ config });
void showProblems();

/** Shows the errors of the saved files, if there are any. */
async function showProblems(): Promise<void> {
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
