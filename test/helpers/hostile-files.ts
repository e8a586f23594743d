import { deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough, zipSync } from 'fflate';
import type { Random } from '../../scripts/demo/random.ts';

/** Files by path: what somebody hands over. */
export type Files = Record<string, Uint8Array>;

/** One of the files of `seed`, damaged in one of many ways; the others are as they were. */
export function damage(seed: Files, random: Random): Files {
  const paths = Object.keys(seed);
  const path = pick(paths, random);
  const bytes = seed[path] as Uint8Array;
  const change = pick(CHANGES, random);
  const changed = change(bytes, random);
  if (random.next() < 0.06) return { ...without(seed, path), [misname(path, random)]: changed };
  if (random.next() < 0.05) return without(seed, path);
  return { ...seed, [path]: changed };
}

type Change = (bytes: Uint8Array, random: Random) => Uint8Array;

/** Damage that any transfer or text editor does, and what somebody would do on purpose. */
const CHANGES: readonly Change[] = [
  (bytes, random) => bytes.slice(0, random.integer(0, bytes.length)),
  (bytes, random) => bytes.slice(random.integer(0, Math.min(64, bytes.length))),
  (bytes, random) => flip(bytes, random, random.integer(1, 3)),
  (bytes, random) => flip(bytes, random, random.integer(4, 60)),
  (bytes, random) => flip(bytes, random, 6, Math.min(bytes.length, 128)),
  (bytes, random) => overwrite(bytes, random, 0xff),
  (bytes, random) => overwrite(bytes, random, 0),
  (bytes, random) => {
    const from = random.integer(0, bytes.length);
    const part = bytes.slice(from, from + random.integer(1, 400));
    return join(bytes.slice(0, from), part, part, bytes.slice(from));
  },
  (bytes, random) => {
    const at = random.integer(0, bytes.length);
    return join(bytes.slice(0, at), strToU8(pick(EVIL, random)), bytes.slice(at));
  },
  swapToken,
  swapToken,
  () => new Uint8Array(),
  (bytes, random) =>
    Uint8Array.from({ length: Math.min(bytes.length, 2000) }, () => random.integer(0, 255)),
];

/** Texts that break readers which trust what they read. */
const EVIL: readonly string[] = [
  'NaN',
  '1e999',
  '-Infinity',
  '""',
  '\0\0\0\0',
  '\uFFFD\uFEFF',
  "=cmd|' /C calc'!A0",
  '<img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '{"__proto__":{"polluted":true}}',
  '['.repeat(5000),
  '<a>'.repeat(3000),
  '9'.repeat(400),
  '\u202Egnp.exe',
  'POLYGON((',
  ';;;;;;',
  '\r\r\n"',
];

/** One number or word of a text in place of another, or of its sign. */
function swapToken(bytes: Uint8Array, random: Random): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes);
  const tokens = [...text.matchAll(/-?\d+(\.\d+)?|[A-Za-z_]{3,}/g)];
  if (tokens.length === 0) return flip(bytes, random, 3);
  const token = pick(tokens, random);
  const start = token.index;
  const to = random.next() < 0.5 ? pick(EVIL, random) : pick(tokens, random)[0];
  const changed = text.slice(0, start) + to + text.slice(start + token[0].length);
  return Uint8Array.from(changed, (char) => char.charCodeAt(0) & 0xff);
}

function flip(bytes: Uint8Array, random: Random, count: number, within = bytes.length): Uint8Array {
  const copy = bytes.slice();
  for (let i = 0; i < count && within > 0; i++) {
    const at = random.integer(0, within - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(0, 7));
  }
  return copy;
}

function overwrite(bytes: Uint8Array, random: Random, value: number): Uint8Array {
  const from = random.integer(0, bytes.length);
  return bytes.slice().fill(value, from, from + random.integer(1, 16));
}

function misname(path: string, random: Random): string {
  return path.replace(/\.[^.]*$/, pick(EXTENSIONS, random));
}

const EXTENSIONS = ['.geojson', '.zip', '.csv', '.parquet', '.shp', '.dbf', '.pdf', '.txt', ''];

function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[random.integer(0, items.length - 1)] as T;
}

function join(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

/** What somebody makes on purpose, by name: each must be refused, or published as harmless text. */
export function hostileFiles(): Record<string, Files> {
  const point = { type: 'Point', coordinates: [2.64, 50.52] };
  const feature = (properties: object) => ({ type: 'Feature', geometry: point, properties });
  const geojson = (properties: object) =>
    strToU8(JSON.stringify({ type: 'FeatureCollection', features: [feature(properties)] }));
  const columns = Array.from({ length: 10_000 }, (_, i) => [`champ_${i}`, i] as const);
  const names = columns.map(([name]) => name);
  const header = `lon;lat;${names.join(';')}`;
  const zeros = new Uint8Array(64 * 2 ** 20);
  const bomb = zipLarge({ 'a.geojson': zeros, 'b.geojson': zeros, 'c.geojson': zeros });
  return {
    'ten thousand columns in GeoJSON': { 'a.geojson': geojson(Object.fromEntries(columns)) },
    'ten thousand columns in CSV': {
      'a.csv': strToU8(`${header}\n2.64;50.52;${names.map(() => '1').join(';')}\n`),
    },
    'HTML in attributes': { 'a.geojson': geojson({ nom: '<script>alert(1)</script>' }) },
    'formulas in attributes': { 'a.geojson': geojson({ nom: '=HYPERLINK("http://a","b")' }) },
    'a name that is a prototype': {
      'a.geojson': strToU8(
        '{"type":"Feature","geometry":{"type":"Point","coordinates":[2.64,50.52]},"properties":{"__proto__":{"x":1},"constructor":"c","toString":"t"}}',
      ),
    },
    'columns that differ by case and blanks': {
      'a.geojson': geojson({ a: 1, A: 2, ' a ': 3, '': 4 }),
    },
    'nesting without end': {
      'a.geojson': strToU8(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
    },
    'coordinates without end': {
      'a.geojson': strToU8(
        `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      ),
    },
    'a bomb': { 'a.zip': bomb },
    'a bomb in a zip': { 'a.zip': zipSync({ 'b.zip': bomb }) },
    'a zip of zips': { 'a.zip': zipInZip(12) },
    'a zip that leaves its folder': {
      'a.zip': zipSync({
        '../../fuite.geojson': geojson({ a: 1 }),
        '/etc/fuite.geojson': geojson({}),
      }),
    },
    'a zip with drive letters': { 'a.zip': zipSync({ 'C:\\fuite.geojson': geojson({ a: 1 }) }) },
    'a zip of twenty thousand files': {
      'a.zip': zipSync(
        Object.fromEntries(
          Array.from({ length: 20_000 }, (_, i) => [`${i}.txt`, new Uint8Array()]),
        ),
      ),
    },
    'a billion laughs in KML': { 'a.kml': billionLaughs('kml') },
    'a billion laughs in GML': { 'a.gml': billionLaughs('FeatureCollection') },
    'a billion laughs in GPX': { 'a.gpx': billionLaughs('gpx') },
    'a billion laughs beside a layer': {
      'a.geojson': geojson({ a: 1 }),
      'fr-a.xml': billionLaughs('gmd:MD_Metadata'),
    },
    'a file of the machine named in XML': {
      'a.kml': strToU8(
        '<!DOCTYPE kml [<!ENTITY f SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&f;</name><Point><coordinates>2.6,50.5</coordinates></Point></Placemark></kml>',
      ),
    },
    'a virtual table that names a file': {
      'a.gml': strToU8(
        '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
      ),
    },
    'a cell of ten megabytes': {
      'a.csv': strToU8(`lon;lat;a\n2.6;50.5;${'x'.repeat(10_000_000)}\n`),
    },
    'one quote that never closes': {
      'a.csv': strToU8(`lon;lat;a\n2.6;50.5;"${'x\n'.repeat(100_000)}`),
    },
    nothing: { 'a.geojson': new Uint8Array() },
    'only written pieces': { 'reglement.pdf': strToU8('%PDF-1.4') },
  };
}

/** As `zipSync`, deflated by Node: many times faster for what is large. */
function zipLarge(files: Files): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_error, part) => parts.push(part));
  for (const [name, bytes] of Object.entries(files)) {
    const file = new Deflated(name);
    zip.add(file);
    file.push(bytes, true);
  }
  zip.end();
  return join(...parts);
}

class Deflated extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array, isLast: boolean): void {
    this.ondata(null, deflateRawSync(chunk), isLast);
  }
}

function zipInZip(depth: number): Uint8Array {
  let inner: Uint8Array = strToU8('{"type":"FeatureCollection","features":[]}');
  for (let i = 0; i < depth; i++) inner = zipSync({ [i === 0 ? 'a.geojson' : 'a.zip']: inner });
  return inner;
}

function billionLaughs(root: string): Uint8Array {
  const entities = Array.from(
    { length: 10 },
    (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
  );
  return strToU8(
    `<?xml version="1.0"?><!DOCTYPE ${root} [<!ENTITY l0 "lol">${entities.join('')}]><${root}>&l10;</${root}>`,
  );
}
