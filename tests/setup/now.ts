/** Builds what the tests look at, and ends. */
import '../../scripts/lib/last-word.ts';
import { setup } from './build.ts';

await setup();
