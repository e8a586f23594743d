/**
 * A worker that tells its own end: a thread that is killed (by the browser, for memory, or by its debugger) fires no event, so
 * its calls would wait for ever. `start` is given a name for it; in the worker `holdLife` must be called with that name.
 *
 * The page holds a Web Lock of that name, the worker takes it away once it runs, and the page then waits for it: it is free
 * again when the worker is no more, and the worker is sent an `error` event. Nothing is polled. Where there are no locks
 * (pages that are not served over HTTPS, and frames in pages of another site where the browser blocks third parties) a worker's end is
 * not told.
 */
export function startWatched<W extends Worker>(prefix: string, start: (name: string) => W): W {
  if (!tellsDeath()) return start(prefix);
  const { locks } = navigator;
  const name = `${prefix}-${crypto.randomUUID()}`;
  const taken = locks.request(name, () => new Promise<never>(() => {}));
  const worker = start(name);
  const tell = () => worker.dispatchEvent(new ErrorEvent('error', { message: 'the worker ended' }));
  taken.catch((cause) => (isDenied(cause) ? undefined : locks.request(name, tell)));
  return worker;
}

/**
 * In a worker that `startWatched` started: holds the lock of its name for as long as it runs. Nothing may be answered before the
 * promise is fulfilled: Chromium keeps for ever a lock whose worker was killed before it heard that it has it.
 */
export function holdLife(): Promise<void> {
  if (!tellsDeath() || self.name === '') return Promise.resolve();
  return new Promise((isHeld, isRefused) => {
    const forLife = () => {
      isHeld();
      return new Promise<never>(() => {});
    };
    const refuse = (cause: unknown) => (isDenied(cause) ? isHeld() : isRefused(cause));
    navigator.locks.request(self.name, { steal: true }, forLife).catch(refuse);
  });
}

/** Whether the end of a worker is told here: Web Locks are for pages served over HTTPS, or by this machine. */
export function tellsDeath(): boolean {
  return navigator.locks !== undefined;
}

/** Whether the browser denies locks altogether, which it tells when one is asked for. */
const isDenied = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'SecurityError';
