/**
 * Whether an address that came with an answer may be asked: https, without a password, at a host that has a name of the web: no number, nor one of the
 * network that a run is in.
 */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isNamed = /^(?:[\w-]+\.)+[a-z][a-z0-9-]+$/i.test(hostname) && !PRIVATE.test(hostname);
  return protocol === 'https:' && username === '' && isNamed;
}

/** RFC 6761, 6762, 8375. */
const PRIVATE = /\.(?:localhost|local|internal|home\.arpa)$/i;
