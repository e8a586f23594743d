import { AppError } from '../domain/errors.ts';

/**
 * Registers the service worker of the site at `root`, or finds it registered; null in a browser that cannot (no HTTPS, a private
 * window) and on a host without the worker.
 */
export async function registerWorker(root: string): Promise<ServiceWorkerRegistration | null> {
  try {
    const options = { scope: root, updateViaCache: 'none' } as const;
    return (await navigator.serviceWorker?.register(`${root}sw.js`, options)) ?? null;
  } catch {
    // A private window, a policy of the office, a site without its worker: the atlas is then as it is without.
    return null;
  }
}

/**
 * The registration of the site's own service worker; none where another answers for it: a territory in a folder is served by the
 * worker of the site above until its own is registered.
 */
export async function ownRegistration(
  root: string,
): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker?.getRegistration(root);
  return found?.scope === root ? found : undefined;
}

/**
 * The registration of the site's own service worker, once that is at work: a first one fetches the app before.
 * @throws {AppError} `offline-missing` where there is none, where it could not be installed, or after two minutes.
 */
export async function workerAtWork(root: string): Promise<ServiceWorkerRegistration> {
  const registration = await registerWorker(root);
  if (!registration) throw missing(root);
  const { active, waiting, installing } = registration;
  const first = active ? null : (waiting ?? installing);
  if (first) await untilActive(first, root);
  return registration;
}

function untilActive(worker: ServiceWorker, root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(missing(root));
    const patience = setTimeout(fail, INSTALLATION_MS);
    const look = () => {
      const isGone = worker.state === 'redundant';
      if (!isGone && !worker.state.startsWith('activat')) return;
      clearTimeout(patience);
      worker.removeEventListener('statechange', look);
      if (isGone) fail();
      else resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

const missing = (root: string) =>
  new AppError('offline-missing', `no service worker at ${root}`, { url: root });

const INSTALLATION_MS = 120_000;
