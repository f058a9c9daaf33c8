/** A thread of Astro's process, which ends the process when its command is gone or its main thread hangs. */
import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';

interface Watched {
  /** Process id of the command. */
  command: number;
  /** Incremented by the main thread every second. */
  beats: Int32Array;
  /** Seconds without a beat after which the main thread counts as hung. */
  limit: number;
}

const { command, beats, limit } = workerData as Watched;

setInterval(() => {
  if (!isCommandAlive()) end();
}, 250);

// Counts only seconds in which this thread ran too, because a laptop may go to sleep.
let seconds = 0;
let last = 0;
setInterval(() => {
  const beat = Atomics.load(beats, 0);
  // Doesn't count while the process is starting.
  seconds = beat === last && beat > 0 ? seconds + 1 : 0;
  last = beat;
  if (seconds === limit) reportHang();
}, 1000);

function isCommandAlive(): boolean {
  // On Windows a process keeps the id of a parent that has ended.
  if (process.ppid !== command) return false;
  try {
    return process.kill(command, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ends the process after naming the MDX expression in which it hangs (src/markdown/mdx-positions.ts), if any. */
function reportHang(): void {
  const report = (place: unknown) => {
    const message =
      typeof place === 'string'
        ? `${place}  this code never finishes; fix the endless loop`
        : 'The build hangs: Astro has done nothing for a minute; look for code that never finishes.';
    writeSync(2, `${message}\n`);
    end();
  };
  const session = new Session();
  session.connectToMainThread();
  session.post('Debugger.enable');
  session.once('Debugger.paused', ({ params }) => {
    const callFrameId = params.callFrames[0]?.callFrameId ?? '';
    session.post('Debugger.evaluateOnCallFrame', { callFrameId, expression: 'globalThis.mdxPlace' }, (_, answer) =>
      report(answer.result.value),
    );
  });
  session.post('Debugger.pause');
  // A call into native code can't be paused.
  setTimeout(report, 5000);
}

function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
