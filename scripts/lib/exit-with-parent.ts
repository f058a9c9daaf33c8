/**
 * Loaded into Astro's process: ends it when the command that started it ends, even if the command is killed or Astro
 * is stuck in an endless loop. Otherwise Astro would keep the lock and write to the next build's folder.
 */
import { isMainThread, Worker } from 'node:worker_threads';

// Preloads also run in Astro's worker threads.
if (isMainThread) {
  const { COMMAND_PID, HANG_LIMIT } = process.env;
  const beats = new Int32Array(new SharedArrayBuffer(4));
  // The limit is in seconds; tests have a lower one.
  const workerData = { command: Number(COMMAND_PID), beats, limit: Number(HANG_LIMIT ?? 60) };
  // Without this process's own options and variables, which would load other code into the thread.
  new Worker(new URL('./watch-parent.ts', import.meta.url), { workerData, execArgv: [], env: {} }).unref();
  setInterval(() => Atomics.add(beats, 0, 1), 1000).unref();
}
