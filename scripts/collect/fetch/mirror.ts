/**
 * Where an official address is really asked: itself, or `<mirror>/<host>/<path>?<query>`.
 * The mirror is the address of a server, with or without folders: `http://localhost:8080`.
 */
export function atMirror(url: string, mirror: string | null): string {
  if (mirror === null) return url;
  const { host, pathname, search } = new URL(url);
  return `${mirror.replace(/\/+$/, '')}/${host}${pathname}${search}`;
}
