/** Starts the browser once, which unpacks the one that came with npm: two tests that did it at once would spoil it. */
import { startBrowser } from '../../scripts/lib/browser.ts';

await (await startBrowser()).close();
