import { shell } from 'virtual:shell';
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { createPartialResponse } from 'workbox-range-requests/createPartialResponse.js';
import { registerRoute } from 'workbox-routing/registerRoute.js';
import { findEngineFile, keepEngine, keepEngineOnly } from './engine-files.ts';
import { keepData, newestData, newestOf } from './kept-data.ts';
import type { ShellParts, ToServiceWorker } from './messages.ts';
import { findPack, findPackFile, listPacks } from './pack-store.ts';
import { isOtherVersionOpen } from './page-lock.ts';
import type { EngineFile } from './shell.ts';
import { isAppFile, readAddress, type SiteAddress } from './site-address.ts';

/** A territory beside the main one has a worker of its own, which says where the app's files are from its folder: `../`. */
declare const self: ServiceWorkerGlobalScope & { home?: string };

const root = self.registration.scope;
const home = self.home ?? '';
const engine = shell.engine.map((file) => ({ ...file, path: home + file.path }));
const kept = new PrecacheController({ cacheName: `arpent-shell ${root}` });
kept.addToCacheList(
  shell.files.map((file) => (isAppFile(file.url) ? { ...file, url: home + file.url } : file)),
);

self.addEventListener('install', (event) => {
  void kept.install(event);
  event.waitUntil(neededEngine().then((files) => keepEngine(root, files)));
  event.waitUntil(Promise.all(FIRST_DATA.map((path) => keepData(root, path, event))));
});
self.addEventListener('activate', (event) => event.waitUntil(sweep(event)));
self.addEventListener('message', (event) => {
  const message = event.data as ToServiceWorker;
  if (message.name === 'take-over') event.waitUntil(self.skipWaiting());
  else if (message.name === 'sweep') event.waitUntil(sweep(event));
  else
    event.ports[0]?.postMessage({
      version: shell.version,
      engine,
    } satisfies ShellParts);
});

registerRoute(
  ({ url, request }) => {
    const address = readAddress(url.href, root, home);
    const isPage = address.kind === 'page' || address.kind === 'pack-page';
    return address.kind !== 'other' && (!isPage || request.mode === 'navigate') && address;
  },
  ({ request, params, event }) => answer(params as SiteAddress, request, event),
);

async function answer(
  address: SiteAddress,
  request: Request,
  event: ExtendableEvent,
): Promise<Response> {
  switch (address.kind) {
    case 'page':
      return newestPage(request);
    case 'asset':
      return assetFile(address.path, request);
    case 'data':
      return newestData(root, request, event);
    case 'pack-page':
      return (await findPack(root, address.pack)) ? keptPage() : Response.redirect(root);
    case 'pack-file':
      return packFile(address.pack, address.path, request);
    default:
      return fetch(request);
  }
}

/** The page as the host has it now, so that a reload is always of the newest version; offline the kept one. */
async function newestPage(request: Request): Promise<Response> {
  const copy = await kept.matchPrecache('index.html');
  return copy ? newestOf(fetch(request), copy) : fetch(request);
}

/** A prepared session runs on the version that is kept with its files, also online. */
async function keptPage(): Promise<Response> {
  const copy = await kept.matchPrecache('index.html');
  return copy ? unaddressed(copy) : fetch(`${root}index.html`);
}

/** A file of the app: as it is kept, else from the network. Under a prepared session it is the site's own. */
async function assetFile(path: string, request: Request): Promise<Response> {
  const found =
    (await kept.matchPrecache(addressOf(path))) ??
    (await olderFile(path)) ??
    (await findEngineFile(root, path));
  if (found) return unaddressed(found);
  const isOwn = request.url.split(/[?#]/)[0] === addressOf(path);
  return isOwn ? fetch(request) : unaddressed(await fetch(addressOf(path)));
}

/** Address of a file, from the root of the site. */
function addressOf(path: string): string {
  return new URL(path, root).href;
}

/** A file of a version that a page is still of. */
async function olderFile(path: string): Promise<Response | undefined> {
  const cache = await caches.open(kept.strategy.cacheName);
  return cache.match(addressOf(path));
}

async function packFile(pack: string, path: string, request: Request): Promise<Response> {
  const file = await findPackFile(root, pack, path);
  if (!file) return new Response('Not found\n', { status: 404 });
  return request.headers.has('Range') ? createPartialResponse(request, file) : file;
}

/**
 * The same answer without the address that it was kept at: relative addresses in it are then of the address that was asked
 * for. Otherwise the page of a session would load each module twice, from its own folder and from the site's.
 */
function unaddressed({ body, status, statusText, headers }: Response): Response {
  return new Response(body, { status, statusText, headers });
}

/** The files of the engine that the prepared sessions need. */
async function neededEngine(): Promise<EngineFile[]> {
  const parts = new Set((await listPacks(root)).flatMap((pack) => pack.parts));
  return engine.filter(({ part }) => parts.has(part));
}

/** Removes the files of versions that no page is of; those of the engine stay while a prepared session needs them. */
async function sweep(event: ExtendableEvent): Promise<void> {
  if (self.registration.active?.state === 'activated' || event.type === 'activate') {
    if (await isOtherVersionOpen(root, shell.version)) return;
    await kept.activate(event);
    const needed = await neededEngine();
    await keepEngineOnly(root, needed);
    await keepEngine(root, needed);
  }
}

/** What a reader who comes back without network is shown first. */
const FIRST_DATA = ['catalogue.json', 'seances/index.json'];
