/** What the first bytes of a file say that it is: an extension, `html` for a page; null when they say nothing sure. */
export function sniff(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES));
  if (head.startsWith('PAR1')) return 'parquet';
  if (head.startsWith('SQLite format 3\0')) return 'gpkg';
  if (head.startsWith('fgb')) return 'fgb';
  if (head.startsWith('\0\0\x27\x0a')) return 'shp';
  if (/^(ï»¿)?\s*\{/.test(head)) return GEOJSON.test(head) ? 'geojson' : null;
  if (/^(ï»¿)?\s*</.test(head)) return sniffMarkup(head);
  return null;
}

/** Whether a text is a table: its first lines are cut in as many cells by the same separator. */
export function isTabular(bytes: Uint8Array): boolean {
  const lines = new TextDecoder('windows-1252')
    .decode(bytes.subarray(0, HEAD_BYTES))
    .split(/\r?\n/)
    .slice(0, 6)
    .filter(Boolean);
  if (lines.length < 2) return false;
  return [';', '\t', '|', ','].some((separator) => {
    const counts = lines.slice(0, -1).map((line) => line.split(separator).length);
    return (counts[0] as number) > 1 && counts.every((count) => count === counts[0]);
  });
}

function sniffMarkup(head: string): string | null {
  const root = head.match(/<(?![?!])(?:\w+:)?(\w+)/)?.[1]?.toLowerCase();
  if (/^(ï»¿)?\s*<!doctype html/i.test(head) || root === 'html') return 'html';
  if (root === 'kml' || root === 'gpx') return root;
  return root === 'featurecollection' || root === 'wfs_featurecollection' ? 'gml' : null;
}

const HEAD_BYTES = 4096;
const GEOJSON =
  /"(features|coordinates|geometries)"\s*:\s*\[|"type"\s*:\s*"(Feature|FeatureCollection)"|"geometry"\s*:\s*[{n]/;
