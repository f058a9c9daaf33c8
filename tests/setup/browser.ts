/**
 * Starts the browser once, which unpacks the one from npm: two tests unpacking it at the same time would corrupt it.
 */
import { startBrowser } from '../../scripts/lib/browser.ts';

await (await startBrowser()).close();
