import { describe, expect, it } from 'vitest';
import { checkBody } from '../../../scripts/collect/fetch/check-body.ts';
import type { BodyKind } from '../../../scripts/collect/part.ts';

/** The verdict on a body that comes in chunks of some bytes. */
function judge(kind: BodyKind, body: string | Uint8Array, step = 7) {
  const bytes = Buffer.from(body as string, 'latin1');
  const check = checkBody(kind);
  for (let at = 0; at < bytes.length; at += step) check.add(bytes.subarray(at, at + step));
  return check.verdict();
}

const ZIP = `PK\x03\x04${'x'.repeat(200)}PK\x05\x06${'\0'.repeat(18)}`;
const PARQUET = `PAR1${'x'.repeat(200)}PAR1`;
const HTML = '<!DOCTYPE html>\n<html><body>Acc\u00e8s filtr\u00e9</body></html>';

function createGeoPackage(pages: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write('SQLite format 3\0', 'latin1');
  bytes.writeUInt16BE(512, 16);
  bytes.writeUInt32BE(pages, 28);
  return bytes;
}

describe('a body', () => {
  it.each<[BodyKind, string | Uint8Array]>([
    ['json', '{"a":"]}\\"","b":[1,{}]}\n'],
    ['json', '\u00ef\u00bb\u00bf [ ]'],
    ['gzip-json', '{"features":[]}'],
    ['csv', 'code;nom\n62119;B\u00e9thune\n'],
    ['gzip-csv', 'id,valeur'],
    ['xml', '<?xml version="1.0"?><wfs:FeatureCollection/>\n'],
    ['gpx', '<?xml version="1.0"?>\n<gpx version="1.1"></gpx>'],
    ['zip', ZIP],
    ['zip', `PK\x05\x06${'\0'.repeat(18)}`],
    ['parquet', PARQUET],
    ['geopackage', createGeoPackage(2, 1024)],
    ['geopackage', createGeoPackage(0, 1024)],
  ])('that is whole %s is told to be', (kind, body) => {
    for (const step of [1, 7, 5000]) expect(judge(kind, body, step)).toBe('whole');
  });

  it.each<BodyKind>(['json', 'csv', 'xml', 'gpx', 'zip', 'parquet', 'geopackage', 'gzip-csv'])(
    'that is the page of a proxy is no %s',
    (kind) => {
      expect(judge(kind, HTML)).toBe('wrong-type');
    },
  );

  it.each<[BodyKind, string | Uint8Array]>([
    ['json', '{"features":[{"a":1},{"a":2}'],
    ['json', '{"a":"}'],
    ['json', '  '],
    ['xml', '<a><b'],
    ['gpx', '<gpx version="1.1"><wpt/>'],
    ['zip', ZIP.slice(0, 150)],
    ['parquet', PARQUET.slice(0, 150)],
    ['geopackage', createGeoPackage(3, 1024)],
    ['csv', ''],
  ])('that was cut is no whole %s', (kind, body) => {
    expect(judge(kind, body)).toBe('truncated');
  });

  it('of JSON of which every part but the whole is closed is seen to be cut', () => {
    const whole = JSON.stringify({ features: Array.from({ length: 20 }, (_, id) => ({ id })) });
    for (let end = 1; end < whole.length; end += 1) {
      expect(judge('json', whole.slice(0, end))).toBe('truncated');
    }
    expect(judge('json', whole)).toBe('whole');
  });

  it.each<[BodyKind, string]>([
    ['json', '{"a":1}<html>'],
    ['json', '{}{}'],
    ['json', 'Service Unavailable'],
    ['json', '<ows:ExceptionReport/>'],
    ['csv', '{"error":"too many"}'],
    ['csv', 'PK\x03\x04\0\0'],
    ['gpx', '<kml></kml>'],
    ['zip', PARQUET],
  ])('that is something else is no %s', (kind, body) => {
    expect(judge(kind, body)).toBe('wrong-type');
  });
});
