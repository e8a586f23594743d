/** Where a published layer comes from, one French sentence. */
export function lineageSentence(source: string, crs: string): string {
  const name = source.split('/').at(-1);
  return crs === 'OGC:CRS84' ? `Publié depuis ${name}.` : `Publié depuis ${name}, en ${crs}.`;
}
