// Preloaded into every Node process we start: when the process that started it is gone (its IPC channel is closed), it ends as well,
// so that an orphan never holds a port. In a process without such a channel it does nothing.
const CHECK_MS = 200;

if (process.connected) {
  // Looked at from time to time, as a listener for "disconnect" would keep alive a process that has nothing left to do.
  setInterval(() => process.connected || process.exit(1), CHECK_MS).unref();
}
