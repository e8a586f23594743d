/** Where a published layer comes from, one French sentence. */
export function lineageSentence(source: string, crs: string): string {
  const name = source.split('/').at(-1);
  return crs === 'OGC:CRS84' ? `Publié depuis ${name}.` : `Publié depuis ${name}, en ${crs}.`;
}

/** What an official source says of itself, with the CRS of what it gave and how many outlines were repaired. */
export function officialLineage(origin: string, crs: string, repaired: number): string {
  const system = `${origin} Coordonnées : ${crs === 'OGC:CRS84' ? 'degrés (WGS 84)' : crs}.`;
  if (repaired === 0) return system;
  const mended = repaired === 1 ? 'contour invalide réparé' : 'contours invalides réparés';
  return `${system} ${repaired} ${mended}.`;
}
