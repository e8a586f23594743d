/** Folder of a site that prepared sessions are opened in: each is a site of its own, kept by the browser alone. */
const PACKS_FOLDER = 'hors-ligne/';

/** What an address of a site is, for the service worker. `path` is from the site's root, or from the pack's where there is one. */
export type SiteAddress =
  /** The page of the app itself. */
  | { kind: 'page' }
  /** A file of the app, of this version of it. */
  | { kind: 'asset'; path: string }
  /** A small file of data that is asked for anew each time. */
  | { kind: 'data'; path: string }
  /** The page of a prepared session. */
  | { kind: 'pack-page'; pack: string }
  /** A file that a prepared session has of its own. */
  | { kind: 'pack-file'; pack: string; path: string }
  /** Left to the network: layers, what is behind a password, commune pages, everything else. */
  | { kind: 'other' };

/**
 * What `url` is in the site whose root is `root` (an address that ends in `/`). What follows `?` and `#` does not count. A territory
 * beside the main one has the app's files at `home` from its root: `../`; its prepared sessions ask for them in `hors-ligne/`.
 */
export function readAddress(url: string, root: string, home = ''): SiteAddress {
  const path = pathFrom(url, root);
  if (home !== '') {
    const shared =
      pathFrom(url, `${root}${PACKS_FOLDER}`) ?? pathFrom(url, new URL(home, root).href);
    if (shared !== null && isAppFile(shared)) return { kind: 'asset', path: home + shared };
  }
  if (path === null) return { kind: 'other' };
  const [, pack, inPack] = path.match(PACK_PATH) ?? [];
  if (pack !== undefined && inPack !== undefined) return readPackPath(pack, inPack);
  if (isPage(path)) return { kind: 'page' };
  if (isAsset(path)) return { kind: 'asset', path };
  return DATA_PATH.test(path) ? { kind: 'data', path } : { kind: 'other' };
}

/** The root of the site that a page is of, from the folder that the page is in: that of a prepared session is deeper. */
export function siteRoot(folder: string): string {
  return folder.replace(/hors-ligne\/[^/]+\/$/, '');
}

/** The id of the prepared session that a page is of, from the folder that it is in; null for a page of the site itself. */
export function packOf(folder: string): string | null {
  return folder.match(/hors-ligne\/([^/]+)\/$/)?.[1] ?? null;
}

/** Address of the folder of a prepared session, of a site whose root is `root`. */
export function packFolder(root: string, pack: string): string {
  return `${root}${PACKS_FOLDER}${pack}/`;
}

function readPackPath(pack: string, path: string): SiteAddress {
  if (isPage(path)) return { kind: 'pack-page', pack };
  if (isAsset(path)) return { kind: 'asset', path };
  return { kind: 'pack-file', pack, path };
}

function pathFrom(url: string, root: string): string | null {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return address.startsWith(root) ? address.slice(root.length) : null;
}

const isPage = (path: string) => path === '' || path === 'index.html';

/** Whether a path is of a file that all territories of a site share. */
export const isAppFile = (path: string) => /^(?:assets|icones)\/./.test(path);

const isAsset = (path: string) => isAppFile(path) || path === 'manifest.webmanifest';

const PACK_PATH = /^hors-ligne\/([a-z0-9-]+)(?:\/(.*))?$/;
const DATA_PATH = /^(?:catalogue|library|territoires|seances\/[^/]+)\.json$/;
