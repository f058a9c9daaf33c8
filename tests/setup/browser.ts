/**
 * Starts the browser once, which unpacks it from its npm package: two tests doing so at the same time would corrupt it.
 */
import { startBrowser } from '../../scripts/lib/browser.ts';

await (await startBrowser()).close();
