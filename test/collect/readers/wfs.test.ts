import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { WFS } from '../../../scripts/collect/readers/wfs.ts';
import { latestType, readHits, wfsOptions } from '../../../scripts/collect/readers/wfs-query.ts';
import { parseRecipe, type Recipe, readRecipes } from '../../../scripts/collect/recipe.ts';
import type { MadeLayer } from '../../../scripts/collect/source-reader.ts';
import type { GroupCommune } from '../../../scripts/territory/official-groups.ts';
import {
  type Answer,
  type Asked,
  type FaultyServer,
  serveFaulty,
} from '../../helpers/faulty-server.ts';
import { fetchAll, makeAll } from './fetch-all.ts';

const WHOLE = readCollectTerritory('200072460');
const communes = WHOLE.communes.filter(({ code }) => ['62035', '62119', '62178'].includes(code));
const TERRITORY = { ...WHOLE, communes };
const [, BETHUNE, BRUAY] = communes as [GroupCommune, GroupCommune, GroupCommune];

let server: FaultyServer;
let answer: (asked: Asked) => Answer;

beforeAll(async () => {
  server = await serveFaulty((asked) => answer(asked));
});
afterAll(() => server.close());

describe('a WFS', () => {
  it('is read page by page, of the territory alone, each feature once', async () => {
    answer = service([...features(12, BETHUNE), ...features(3, { extent: [5, 45, 5.1, 45.1] })]);
    const { made, pages } = await collect({ count: 5 });
    expect(pages).toBe(3);
    expect(made).toMatchObject({ read: 12, kept: 12, notes: [expect.stringContaining('emprise')] });
    expect(rowsOf(made).every((row) => !('id' in row))).toBe(true);
    expect(rowsOf(made).map(({ properties }) => properties)).toEqual(
      Array.from({ length: 12 }, (_, i) => ({ id: `T${100 + i}`, sort: 'sorte' })),
    );
  });

  it('asks only for the fields that it needs, sorted, in a box whose longitude is first', async () => {
    answer = service(features(1, BETHUNE));
    await collect({});
    const query = Object.fromEntries(server.asked[0]?.url.searchParams ?? []);
    expect(query).toMatchObject({
      service: 'WFS',
      version: '2.0.0',
      request: 'GetFeature',
      typeNames: 'test:troncon',
      outputFormat: 'application/json',
      propertyName: 'cleabs,nature,geometrie',
      sortBy: 'cleabs',
      bbox: `${TERRITORY.extent.join(',')},urn:ogc:def:crs:OGC:1.3:CRS84`,
    });
    await collect({ bbox: 'cql' });
    const cql = server.asked[0]?.url.searchParams.get('cql_filter');
    expect(cql).toBe(`BBOX(geometrie,${TERRITORY.extent.join(',')},'EPSG:4326')`);
  });

  it('tells how much every page after the first will be', async () => {
    answer = service(features(12, BETHUNE));
    const { parts } = await collect({ count: 5, bytesEach: 100 });
    const expected = parts.map(({ expectedBytes }) => expectedBytes);
    expect(expected).toEqual([undefined, 500, 200]);
  });

  it('counts first where pages do not tell how many there are', async () => {
    answer = service(features(7, BETHUNE), { isSilent: true });
    const { made, parts } = await collect({ count: 5, hits: true });
    expect(parts.map(({ key }) => key)).toEqual([
      'voirie-tout-total',
      'voirie-tout-0',
      'voirie-tout-1',
    ]);
    expect(made.kept).toBe(7);
  });

  it('goes on while pages are full where nothing tells how many there are', async () => {
    answer = service(features(10, BETHUNE), { isSilent: true });
    const { made, pages } = await collect({ count: 5 });
    expect(pages).toBe(3);
    expect(made.kept).toBe(10);
  });

  it('takes the boxes of the communes where the territory holds too much', async () => {
    answer = service([...features(6, BETHUNE), ...features(6, BRUAY, 200)]);
    const { made, parts } = await collect({ count: 5, maxPerBox: 10 });
    const boxes = new Set(parts.map(({ key }) => key.split('-')[1]));
    expect(boxes.size).toBe(1 + TERRITORY.communes.length);
    expect(made.kept).toBe(12);
    expect(made.notes.join()).toContain('plusieurs communes');
  });

  it.each([
    ['fewer than it should have', { cap: 4 }, { seen: 4, wanted: 5 }],
    ['another total than the first', { grows: true }, { seen: 13, wanted: 12 }],
  ])('is refused when a page has %s', async (_, faults, context) => {
    answer = service(features(12, BETHUNE), faults);
    const refused = await collect({ count: 5 }).catch((error) => error);
    expect(refused).toMatchObject({
      code: 'source-failed',
      context: { reason: 'short', ...context },
    });
  });

  it('says when pages hold the same feature twice', async () => {
    const all = features(11, BETHUNE);
    answer = service([...all.slice(0, 6), all[5] as Feature, ...all.slice(7)]);
    const { made } = await collect({ count: 3 });
    expect(made.kept).toBe(10);
    expect(made.notes[0]).toBe(
      '1 objet est revenu d’une page à l’autre et ne compte qu’une fois : la source les donne en double, ou ses pages ont bougé pendant la lecture et il peut en manquer autant.',
    );
  });

  it('that has nothing there gives no file', async () => {
    answer = service([]);
    const { made } = await collect({});
    expect(made).toMatchObject({ paths: [], read: 0, kept: 0 });
  });

  it('whose fields changed is refused', async () => {
    answer = service(
      features(2, BETHUNE).map((one) => ({ ...one, properties: { cleabs: one.id } })),
    );
    const refused = await collect({}).catch((error) => error);
    expect(refused).toMatchObject({
      context: { reason: 'schema', layer: 'voirie', field: 'nature' },
    });
  });

  it('that turned its axes is refused, and not taken for empty', async () => {
    const turned = features(2, BETHUNE).map((one): Feature => {
      const [a, b] = (one.geometry as { coordinates: number[][] }).coordinates as [
        number[],
        number[],
      ];
      const coordinates = [a, b].map((position) => [...position].reverse());
      return { ...one, geometry: { type: 'LineString', coordinates } };
    });
    answer = service(turned, { isBoxless: true });
    const refused = await collect({}).catch((error) => error);
    expect(refused).toMatchObject({ code: 'crs-unknown', context: { reason: 'swapped' } });
  });

  it('adds up fields where the layer wants their sum', async () => {
    const [one, other] = features(2, BETHUNE) as [Feature, Feature];
    const young = { ...one, properties: { ...one.properties, a: 1.5, b: 2 } };
    const unknown = { ...other, properties: { ...other.properties, a: 1, b: null } };
    answer = service([young, unknown]);
    const { made } = await collect({ sums: { total: ['a', 'b'] } });
    expect(rowsOf(made).map(({ properties }) => properties?.total)).toEqual([3.5, null]);
  });
});

describe('the editions of a WFS', () => {
  const names = ['sa:CoursEau_FXX_Topage2024', 'sa:CoursEau_FXX_Topage2026', 'sa:CoursEau_FXX'];
  const capabilities = `<?xml version="1.0"?><wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0">${names
    .map((name) => `<FeatureType><Name>\n${name} </Name><Title>x</Title></FeatureType>`)
    .join('')}</wfs:WFS_Capabilities>`;

  it('the latest is looked up in the capabilities, and told', async () => {
    const pages = service(features(2, BETHUNE));
    answer = (asked) =>
      asked.url.searchParams.get('request') === 'GetCapabilities'
        ? { body: capabilities, headers: { 'Content-Type': 'text/xml' } }
        : pages(asked);
    const { made, parts } = await collect({}, 'sa:CoursEau_{zone}_Topage{edition}');
    const asked = new URL(parts[1]?.url ?? '').searchParams.get('typeNames');
    expect(asked).toBe('sa:CoursEau_FXX_Topage2026');
    expect(made.notes[0]).toContain('sa:CoursEau_FXX_Topage2026');
  });

  it('a type that is gone is a fault of the source', async () => {
    answer = () => ({ body: capabilities, headers: { 'Content-Type': 'text/xml' } });
    const refused = await collect({}, 'sa:PlanEau_{edition}').catch((error) => error);
    expect(refused).toMatchObject({ context: { reason: 'schema', field: 'sa:PlanEau_{edition}' } });
  });

  it('numbers are compared as numbers', () => {
    const xml = '<Name>a_9</Name><ns:Name>a_10</ns:Name><Name>a_x</Name>';
    expect(latestType(xml, 'a_{edition}')).toBe('a_10');
    expect(latestType(xml, 'b_{edition}')).toBeNull();
  });

  it('totals are read from the answer to a count', () => {
    expect(readHits('<wfs:FeatureCollection numberMatched="1234" numberReturned="0"/>')).toBe(1234);
    expect(readHits('<wfs:FeatureCollection numberMatched="unknown"/>')).toBeNull();
  });
});

it('every WFS recipe of the project has options that are understood, and asks for something', async () => {
  const recipes = (await readRecipes(join(import.meta.dirname, '../../../data'))).filter(
    ({ kind }) => kind === 'wfs',
  );
  expect(recipes.length).toBeGreaterThan(5);
  for (const recipe of recipes) {
    expect(wfsOptions(recipe).count).toBeLessThanOrEqual(5000);
    expect(WFS.requests(recipe, TERRITORY).length, recipe.id).toBeGreaterThan(0);
  }
});

async function collect(options: Record<string, unknown>, from = 'test:troncon') {
  server.forget();
  const recipe = recipeOf(options, from);
  const parts = await fetchAll(WFS, recipe, TERRITORY, server.url);
  const [made] = (await makeAll(WFS, recipe, TERRITORY, parts)) as [MadeLayer];
  return { made, parts, pages: server.sent().requests };
}

function recipeOf(options: Record<string, unknown>, from: string): Recipe {
  return parseRecipe('test.json', {
    id: 'test',
    title: 'Routes',
    producer: 'IGN',
    licence: 'Licence Ouverte 2.0',
    attribution: '© IGN',
    page: 'https://example.fr',
    maintenance: 'quarterly',
    freshDays: 30,
    service: 'wfs',
    kind: 'wfs',
    urls: { wfs: 'https://wfs.example.fr/ows' },
    options: { sortBy: 'cleabs', geometry: 'geometrie', bbox: 'crs84', ...options },
    certainty: 'official',
    onFailure: 'Relancez plus tard.',
    layers: [
      {
        id: 'voirie',
        from,
        fields: { cleabs: 'id', nature: 'sort' },
        required: ['cleabs', 'nature'],
        keep: { by: 'place' },
      },
    ],
  });
}

/** Short lines in the middle of a commune. */
function features(
  count: number,
  { extent: [west, south, east, north] }: { extent: readonly [number, number, number, number] },
  first = 100,
): Feature[] {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  return Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    id: `T${first + i}`,
    properties: { cleabs: `T${first + i}`, nature: 'sorte' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [x, y],
        [x + 1e-4 * (i + 1), y],
      ],
    },
  }));
}

/** What goes otherwise than it should. */
interface Oddities {
  /** Features that the service gives at most, whatever is asked. */
  cap?: number;
  /** Pages tell no total. */
  isSilent?: boolean;
  /** One more feature is there at every page. */
  grows?: boolean;
  /** The box is not heeded. */
  isBoxless?: boolean;
}

/** A WFS over features, as GeoServer answers in GeoJSON. */
function service(all: Feature[], oddities: Oddities = {}): (asked: Asked) => Answer {
  const { cap = Infinity, isSilent, grows, isBoxless } = oddities;
  let more = 0;
  return ({ url: { searchParams: query } }) => {
    const box = /[-\d.]+,[-\d.]+,[-\d.]+,[-\d.]+/.exec(
      query.get('cql_filter') ?? query.get('bbox') ?? '',
    );
    const [west, south, east, north] = (box?.[0] ?? '').split(',').map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const found = all.filter(({ geometry }) => {
      const [x = 0, y = 0] = (geometry as { coordinates: number[][] }).coordinates[0] ?? [];
      return isBoxless || (x >= west && x <= east && y >= south && y <= north);
    });
    if (query.get('resultType') === 'hits') {
      const body = `<wfs:FeatureCollection numberMatched="${found.length}" numberReturned="0"/>`;
      return { body, headers: { 'Content-Type': 'text/xml' } };
    }
    const start = Number(query.get('startIndex'));
    const page = found.slice(start, start + Math.min(cap, Number(query.get('count'))));
    const numberMatched = found.length + (grows ? more++ : 0);
    const totals = isSilent ? {} : { numberMatched, numberReturned: page.length };
    const body = JSON.stringify({ type: 'FeatureCollection', features: page, ...totals });
    return { body, headers: { 'Content-Type': 'application/json' } };
  };
}

function rowsOf({ paths }: MadeLayer): Feature[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Feature),
  );
}
