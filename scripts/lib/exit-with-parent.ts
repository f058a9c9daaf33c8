/**
 * Loaded into a process that a command starts: it ends with the command, however that ends, also by a kill that nothing
 * can answer. Else it would go on writing where the next build writes.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// The line to the command is no reason to stay.
process.channel?.unref();
