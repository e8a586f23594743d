/** Header of a kept copy: when it was kept, ISO date and time. */
const KEPT_AT = 'X-Arpent-Kept-At';

/**
 * A file of data as the host has it now, a copy of which is kept; the kept copy when the host cannot be reached, fails or is
 * silent for five seconds. Without a copy, what the network gives. The copy is written after the answer: `event` waits for it.
 */
export async function newestData(
  root: string,
  request: Request,
  event: ExtendableEvent,
): Promise<Response> {
  const cache = await openData(root);
  const fromNetwork = fetchAndKeep(cache, request, event);
  const kept = await cache.match(request.url);
  if (!kept) return fromNetwork;
  return newestOf(fromNetwork, kept);
}

/** Keeps a copy of a file of data, if it can be had. */
export async function keepData(root: string, path: string, event: ExtendableEvent): Promise<void> {
  try {
    const request = new Request(root + path, { cache: 'no-cache' });
    await fetchAndKeep(await openData(root), request, event);
  } catch {
    // Nobody asked: a site without this file, or that cannot be reached, is asked again with the next page.
    return;
  }
}

/** When the catalogue that is kept was read from the host, ISO date and time; null when none is kept. */
export async function catalogueKeptAt(root: string): Promise<string | null> {
  const kept = await (await openData(root)).match(`${root}catalogue.json`);
  return kept?.headers.get(KEPT_AT) ?? null;
}

/** An answer of the network, or the kept one when that fails or takes more than five seconds. */
export async function newestOf(fromNetwork: Promise<Response>, kept: Response): Promise<Response> {
  const inTime = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
  const answered = fromNetwork.then(
    (response) => (response.status >= 500 ? kept : response),
    () => kept,
  );
  return Promise.race([answered, inTime]);
}

async function fetchAndKeep(
  cache: Cache,
  request: Request,
  event: ExtendableEvent,
): Promise<Response> {
  const response = await fetch(request);
  if (response.status === 200 && isJson(response)) {
    event.waitUntil(keepCopy(cache, request.url, response.clone()));
  }
  return response;
}

async function keepCopy(cache: Cache, url: string, copy: Response): Promise<void> {
  try {
    const headers = new Headers(copy.headers);
    headers.set(KEPT_AT, new Date().toISOString());
    await cache.put(url, new Response(copy.body, { headers }));
  } catch {
    // On a full disk: the older copy, which may stay, must not be taken for this one, and the reader has the answer.
    await cache.delete(url);
  }
}

const isJson = ({ headers, redirected }: Response) =>
  !redirected && (headers.get('Content-Type')?.includes('json') ?? false);

const openData = (root: string) => caches.open(`arpent-data ${root}`);

const PATIENCE_MS = 5000;
