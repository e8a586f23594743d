import { ownRegistration } from './own-worker.ts';
import type { EngineFile } from './shell.ts';

/** What a page says to a service worker. */
export type ToServiceWorker =
  /** The reader takes the new version, or the page is of it already. */
  | { name: 'take-over' }
  /** Which files are yours? Answered on the port with a `ShellParts`. */
  | { name: 'parts' }
  /** A page came, or prepared sessions are others: what nobody needs any more may go. */
  | { name: 'sweep' };

/** What a service worker says of the app that it keeps. */
export interface ShellParts {
  version: string;
  engine: EngineFile[];
}

/** Asks a service worker for its files; null when it does not answer within five seconds. */
export function askParts(worker: ServiceWorker): Promise<ShellParts | null> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ name: 'parts' } satisfies ToServiceWorker, [port2]);
  return new Promise((resolve) => {
    const patience = setTimeout(() => resolve(null), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<ShellParts>) => {
      clearTimeout(patience);
      resolve(data);
    };
  });
}

/** Has the service worker of the site at `root` remove what nobody needs any more. */
export async function askSweep(root: string): Promise<void> {
  const registration = await ownRegistration(root);
  registration?.active?.postMessage({ name: 'sweep' } satisfies ToServiceWorker);
}

const PATIENCE_MS = 5000;
