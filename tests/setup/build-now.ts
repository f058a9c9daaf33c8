/** Builds the sites for the tests, and exits. */
import '../../scripts/lib/uncaught-errors.ts';
import { setup } from './build.ts';

await setup();
