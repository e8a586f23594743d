/**
 * Says, as long as the page lives, that a page of this version of the app is open in the site at `root`: its files are then
 * kept though another version took over. Nothing where the browser has no Web Locks.
 */
export function holdVersion(root: string, version: string): void {
  void navigator.locks?.request(
    lockName(root, version),
    { mode: 'shared' },
    () => new Promise(() => undefined),
  );
}

/** Whether a page of another version of the app than this one is open in the site at `root`. */
export async function isOtherVersionOpen(root: string, version: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const prefix = lockName(root, '');
  return held.some(({ name }) => name?.startsWith(prefix) && name !== lockName(root, version));
}

const lockName = (root: string, version: string) => `arpent-page ${root} ${version}`;
