/** Builds what the tests look at, and ends. */
import '../../scripts/lib/uncaught-errors.ts';
import { setup } from './build.ts';

await setup();
