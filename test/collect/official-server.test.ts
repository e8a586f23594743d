import { gunzipSync } from 'node:zlib';
import { booleanPointInPolygon, polygon } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import type { Answer } from '../helpers/faulty-server.ts';
import { type Ground, layGround } from '../helpers/official-server/ground.ts';
import { answerOfficial } from '../helpers/official-server/official-server.ts';

let ground: Ground;
let ask: (address: string, body?: string) => Answer;

beforeAll(async () => {
  ground = layGround('200072460');
  const answer = await answerOfficial(ground);
  ask = (address, body = '') => {
    const method = body ? 'POST' : 'GET';
    return answer({ method, url: new URL(address), headers: {}, body });
  };
});

test('the land has the 100 communes of the official list and neighbours, whose borders are the same vertices', () => {
  expect(ground.communes.filter(({ isInside }) => isInside)).toHaveLength(100);
  expect(ground.communes.some(({ isInside }) => !isInside)).toBe(true);
  const uses = new Map<string, number>();
  for (const { outline } of ground.communes) {
    for (const at of outline.slice(1)) uses.set(`${at}`, (uses.get(`${at}`) ?? 0) + 1);
  }
  const members = ground.communes.filter(({ isInside }) => isInside);
  expect(members.every(({ outline }) => outline.every((at) => (uses.get(`${at}`) ?? 0) > 1))).toBe(
    true,
  );
});

test('what is made for a commune lies within its outline', () => {
  for (const { code, department, outline, isInside } of ground.communes) {
    if (!isInside) continue;
    const address = `https://cadastre.data.gouv.fr/data/etalab-cadastre/2026-09-01/geojson/communes/${department}/${code}/cadastre-${code}-parcelles.json.gz`;
    const { body } = ask(address);
    const { features } = JSON.parse(gunzipSync(body as Uint8Array).toString()) as FeatureCollection;
    const vertices = features.flatMap(({ geometry }) =>
      'coordinates' in geometry ? ((geometry.coordinates as number[][][])[0] ?? []) : [],
    );
    expect(vertices.every((at) => booleanPointInPolygon(at, polygon([outline])))).toBe(true);
  }
});

test('the cadastre leads from latest to a dated edition and has no file of a commune that is no more', () => {
  const of = (code: string) =>
    `https://cadastre.data.gouv.fr/data/etalab-cadastre/latest/geojson/communes/62/${code}/cadastre-${code}-sections.json.gz`;
  expect(ask(of('62119'))).toMatchObject({
    status: 302,
    headers: { Location: expect.stringContaining('/2026-09-01/') },
  });
  expect(ask(of('62999')).status).toBe(404);
});

test('API Carto gives 5 000 objects at most and says how many there are', () => {
  const [west, south, east, north] = ground.extent;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const geom = { type: 'Polygon', coordinates: [ring] };
  const read = (answer: Answer) => JSON.parse(String(answer.body));
  const whole = read(
    ask('https://apicarto.ign.fr/api/gpu/prescription-pct', JSON.stringify({ geom })),
  );
  expect(whole.features).toHaveLength(5000);
  expect(whole).toMatchObject({ numberReturned: 5000 });
  expect(whole.totalFeatures).toBeGreaterThan(5000);
  const one = read(ask('https://apicarto.ign.fr/api/gpu/zone-urba?partition=DU_59025'));
  expect(one).toMatchObject({ totalFeatures: 4, numberReturned: 4 });
});

test('the WFS pages by count and startIndex, and counts in XML when hits are asked for', () => {
  const base =
    'https://data.geopf.fr/wfs/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=BDTOPO_V3:batiment&OUTPUTFORMAT=application/json';
  const page = JSON.parse(String(ask(`${base}&COUNT=100&STARTINDEX=600`).body));
  expect(page).toMatchObject({
    numberMatched: 3 * ground.communes.length,
    numberReturned: 3 * ground.communes.length - 600,
  });
  expect(String(ask(`${base}&RESULTTYPE=hits`).body)).toContain(
    `numberMatched="${3 * ground.communes.length}"`,
  );
});

test('Géorisques refuses more than twenty communes at once and pages the rest', () => {
  const codes = ground.communes.map(({ code }) => code);
  const of = (count: number) =>
    ask(
      `https://www.georisques.gouv.fr/api/v1/gaspar/catnat?code_insee=${codes.slice(0, count)}&page_size=25&page=2`,
    );
  expect(of(21).status).toBe(400);
  expect(JSON.parse(String(of(20).body))).toMatchObject({
    results: 40,
    page: 2,
    total_pages: 2,
    next: null,
  });
});
