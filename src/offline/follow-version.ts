import { askParts, askSweep, type ToServiceWorker } from './messages.ts';
import { registerWorker } from './own-worker.ts';
import { holdVersion } from './page-lock.ts';

/** Whom the following of versions tells. */
export interface VersionListener {
  /** Another version of the app is there; `take` reloads this page with it. Called again for each later one. */
  onNewVersion(take: () => void): void;
}

/**
 * Registers the service worker of the site at `root`, which then keeps what the site needs to open without network, and looks
 * for newer versions whenever the reader comes back to the page. A browser that cannot (no HTTPS, a private window) goes on
 * without. Gives a function that stops listening.
 */
export async function followVersion(root: string, listener: VersionListener): Promise<() => void> {
  const registration = await registerWorker(root);
  if (!registration) return () => undefined;
  const version = pageVersion();
  holdVersion(root, version);
  void askSweep(root);
  const listening = new AbortController();
  const { signal } = listening;
  const offer = (worker: ServiceWorker) => void offerVersion(worker, version, listener);
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener('updatefound', () => whenInstalled(registration, offer, signal), {
    signal,
  });
  document.addEventListener('visibilitychange', () => lookForUpdate(registration), { signal });
  return () => listening.abort();
}

/** Name of the script that started this page: what the service worker calls its version. */
function pageVersion(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  return script?.src.split('/').pop() ?? '';
}

function whenInstalled(
  { installing, active }: ServiceWorkerRegistration,
  offer: (worker: ServiceWorker) => void,
  signal: AbortSignal,
): void {
  const isFirst = active === null;
  installing?.addEventListener(
    'statechange',
    () => {
      if (installing.state === 'installed' && !isFirst) offer(installing);
    },
    { signal },
  );
}

/** A page that was loaded after the new version came is of it already: nothing changes for the reader. */
async function offerVersion(
  worker: ServiceWorker,
  version: string,
  { onNewVersion }: VersionListener,
): Promise<void> {
  const parts = await askParts(worker);
  const takeOver = () => worker.postMessage({ name: 'take-over' } satisfies ToServiceWorker);
  if (parts?.version === version) takeOver();
  else
    onNewVersion(() => {
      // Another page may have taken it meanwhile, or a third version its place: a reload is of the newest.
      if (worker.state !== 'installed') location.reload();
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') location.reload();
      });
      takeOver();
    });
}

async function lookForUpdate(registration: ServiceWorkerRegistration): Promise<void> {
  if (document.visibilityState !== 'visible') return;
  try {
    await registration.update();
  } catch {
    // Without network there is nothing newer; it is looked for again the next time.
    return;
  }
}
