import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox, booleanIntersects } from '@turf/turf';
import type { BBox, Feature, FeatureCollection, MultiLineString, Polygon } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../scripts/collect/recipe.ts';
import { makeRecipe, outlinesFrom, ownRecipe } from '../../helpers/make-recipe.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data');
const LAMBERT_93 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m';
const BETHUNE = [2.64, 50.53] as const;

describe('a file of features', () => {
  it('is the one that data.gouv.fr names last among those that fit, over https', async () => {
    const dataset = {
      resources: [
        resource('Notice', 'pdf', '2026-01-01', 'http://static.data.gouv.fr/a/notice.pdf'),
        resource(
          '2023',
          'geojson',
          '2023-05-01',
          'http://static.data.gouv.fr/a/qp-2024-epsg2154-1.geojson',
        ),
        resource(
          '2024',
          'geojson',
          '2024-08-22',
          'http://static.data.gouv.fr/a/qp-2024-epsg2154-2.geojson',
        ),
      ],
    };
    const { made, rows, asked } = await makeRecipe(ownRecipe('60-qpv'), ({ key }) =>
      key === 'dataset' ? JSON.stringify(dataset) : quarters('urn:ogc:def:crs:EPSG::2154'),
    );
    expect(asked[1]).toMatchObject({
      url: 'https://static.data.gouv.fr/a/qp-2024-epsg2154-2.geojson',
      kind: 'json',
      subject: '2024',
    });
    expect(made[0]).toMatchObject({ read: 2, kept: 1, date: '2024-08-22', crs: 'OGC:CRS84' });
    expect(rows.qpv?.[0]?.properties).toEqual({
      code_qp: 'QN06204M',
      lib_qp: 'Nœux-les-Mines',
      insee_com: '62617',
      lib_com: 'Nœux-les-Mines',
    });
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', null])(
    'in metres is brought to degrees where its own words are wrong (%s)',
    async (crs) => {
      const { rows } = await makeRecipe(direct(ownRecipe('60-qpv')), () => quarters(crs));
      const [quarter] = rows.qpv as [Feature<Polygon>];
      const [ring = []] = quarter.geometry.coordinates;
      expect(ring[0]?.[0]).toBeCloseTo(BETHUNE[0], 8);
      expect(ring[0]?.[1]).toBeCloseTo(BETHUNE[1], 8);
    },
  );

  it('of which a wanted field is gone is told with its name', async () => {
    const body = quarters(null).replaceAll('"LIB_QP"', '"nom"');
    const failure = makeRecipe(direct(ownRecipe('60-qpv')), () => body);
    await expect(failure).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', layer: 'qpv', field: 'lib_qp' },
    });
  });

  it('that is empty, or holds nothing of the territory, gives no layer', async () => {
    const empty = JSON.stringify({ type: 'FeatureCollection', features: [] });
    const none = await makeRecipe(direct(ownRecipe('60-qpv')), () => empty);
    expect(none.made[0]).toMatchObject({ read: 0, kept: 0, paths: [] });
    const away = await makeRecipe(ownRecipe('61-gares'), () => stations([station('1', [5, 45])]));
    expect(away.made[0]).toMatchObject({ read: 1, kept: 0, paths: [] });
  });

  it('has a station once, with all its lines, open where one of its rows says so', async () => {
    const body = stations([
      station('87342006', BETHUNE, { code_ligne: '301000', voyageurs: 'N', fret: 'O' }),
      station('87342006', BETHUNE, { code_ligne: '289000', voyageurs: 'O', fret: 'N' }),
      station('87345132', [2.62, 50.5], { code_ligne: '301000', voyageurs: 'O', fret: 'N' }),
    ]);
    const { made, rows } = await makeRecipe(ownRecipe('61-gares'), () => body);
    expect(made[0]).toMatchObject({ read: 3, kept: 2 });
    expect(made[0]?.notes.join()).toContain('1 ligne répète un « code_uic »');
    expect(rows.gares?.[0]?.properties).toMatchObject({
      id: '87342006',
      ligne: '289000 | 301000',
      voyageurs: true,
      fret: true,
    });
  });

  it('written with its latitude first is put right, row by row, and told; what no place has is read without', async () => {
    const body = stations([
      station('1', BETHUNE),
      station('2', [BETHUNE[1], BETHUNE[0]]),
      station('3', [2.6, 485.1]),
      station('4', [3.06, 50.63]),
    ]);
    const { made, rows } = await makeRecipe(ownRecipe('61-gares'), () => body);
    expect(rows.gares?.map(({ properties }) => properties?.id)).toEqual(['1', '2']);
    expect(rows.gares?.[1]?.geometry).toEqual({ type: 'Point', coordinates: BETHUNE });
    const notes = made[0]?.notes.join('\n');
    expect(notes).toContain('1 ligne écrit la latitude avant la longitude');
    expect(notes).toContain('1 ligne a des coordonnées impossibles');
    expect(notes).toContain('1 ligne sans coordonnées lisibles');
  });

  it('is asked once for each commune, department or region of its address', async () => {
    const recipe = direct(ownRecipe('61-gares'));
    const urls = { gares: 'https://exemple.fr/{departement}/{siren}.geojson' };
    const { asked } = await makeRecipe({ ...recipe, urls }, () =>
      stations([station('1', BETHUNE)]),
    );
    expect(asked.map(({ key, url }) => [key, url])).toEqual([
      ['gares-62', 'https://exemple.fr/62/200072460.geojson'],
    ]);
  });

  it('that no region is known to publish is not asked for, and says what to do', async () => {
    const { made, asked } = await makeRecipe(ownRecipe('64-zae'), () => null);
    expect(asked).toEqual([]);
    expect(made[0]).toMatchObject({ paths: [], notes: [expect.stringContaining('slugs')] });
  });
});

describe.skipIf(!existsSync(REAL))(
  'real files (skipped where ../shared/real-data is absent)',
  () => {
    const communes = existsSync(REAL)
      ? features('bassin-minier-unesco/communes-mbm.geojson').filter(
          ({ properties }) => properties?.epci_siren === '200072460',
        )
      : [];
    const outlines = outlinesFrom(communes, 'insee');
    const boxes = communes.map((commune) => bbox(commune));
    const meets = (feature: Feature) => {
      const [west, south, east, north] = bbox(feature);
      return communes.some((commune, i) => {
        const box = boxes[i] as BBox;
        const isApart = west > box[2] || east < box[0] || south > box[3] || north < box[1];
        return !isApart && booleanIntersects(commune, feature);
      });
    };

    it('of quarters keep those of the communes, their names mended', async () => {
      const body = real('qpv-anct/polygone-4326_qpv.geojson');
      const { made, rows } = await makeRecipe(direct(ownRecipe('60-qpv')), () => body);
      const own = new Set(communes.map(({ properties }) => properties?.insee));
      const source = features('qpv-anct/polygone-4326_qpv.geojson');
      const kept = source.filter(({ properties }) => own.has(properties?.insee_com));
      expect(made[0]).toMatchObject({ read: source.length, kept: kept.length });
      expect(rows.qpv?.map(({ properties }) => properties?.code_qp).sort()).toEqual([
        'QN06204M',
        'QN06208M',
        'QN06212M',
        'QN06218M',
        'QN06255M',
      ]);
      expect(rows.qpv?.map(({ properties }) => properties?.lib_com)).toContain('Nœux-les-Mines');
      expect(made[0]?.notes.join()).toContain('1 texte aux accents abîmés a été réparé');
    });

    it('of stations keep each code once', async () => {
      const source = features('sncf/gares_zone_extrait.geojson').filter(meets);
      const codes = [...new Set(source.map(({ properties }) => properties?.code_uic))].sort();
      const body = real('sncf/gares_zone_extrait.geojson');
      const { rows } = await makeRecipe(ownRecipe('61-gares'), () => body, { outlines });
      expect(rows.gares?.map(({ properties }) => properties?.id).sort()).toEqual(codes);
    });

    it('of EuroVelo 5 give the same from GPX as from GeoJSON, without what is far', async () => {
      const gpx = await makeRecipe(
        ownRecipe('62-eurovelo5'),
        () => real('eurovelo5/gpx_eurovelo5.gpx'),
        { outlines },
      );
      const recipe = ownRecipe('62-eurovelo5');
      const options = { ...recipe.options, body: 'json' };
      const json = await makeRecipe(
        { ...recipe, options },
        () => real('eurovelo5/eurovelo5_osm.geojson'),
        { outlines },
      );
      const [line] = features('eurovelo5/eurovelo5_osm.geojson') as [Feature<MultiLineString>];
      const parts = line.geometry.coordinates;
      const near = parts.filter((coordinates) =>
        meets({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }),
      );
      expect(gpx.made[0]?.kept).toBe(near.length);
      expect(gpx.rows.eurovelo5?.map(({ geometry }) => geometry)).toEqual(
        json.rows.eurovelo5?.map(({ geometry }) => geometry),
      );
      expect(gpx.rows.eurovelo5?.[0]?.properties?.nom).toBe('EuroVelo 5');
    });

    it('of the mining heritage give seven layers, those that Turf finds', async () => {
      const files: Record<string, string> = {
        bien: 'bien-inscrit',
        tampon: 'zone-tampon',
        cites: 'cites-minieres',
        batis: 'batis',
        terrils: 'terrils',
        cavaliers: 'cavaliers',
        puits: 'puits-de-mines',
      };
      const { made } = await makeRecipe(
        ownRecipe('70-patrimoine-minier'),
        ({ key }) => real(`bassin-minier-unesco/${files[key]}.geojson`),
        { outlines },
      );
      for (const { layer, read, kept } of made) {
        const source = features(`bassin-minier-unesco/${files[layer.from ?? '']}.geojson`);
        expect([layer.id, read]).toEqual([layer.id, source.length]);
        expect([layer.id, kept]).toEqual([layer.id, source.filter(meets).length]);
      }
    });

    it('of Cartofriches keep the 124 sites, 101 of them potential', async () => {
      const recipe = ownRecipe('63-friches');
      const layers = recipe.layers.map((layer) => ({ ...layer, accept: [] }));
      const body = real('cartofriches/cartofriches_cabbalr_2024-03.geojson');
      const { rows } = await makeRecipe(
        { ...recipe, layers, options: { body: 'json' } },
        () => body,
      );
      const potential = rows.friches?.filter(
        ({ properties }) => properties?.site_statut === 'friche potentielle',
      );
      expect([rows.friches?.length, potential?.length]).toEqual([124, 101]);
    });
  },
);

/** The recipe with its dataset's file at an address of its own. */
function direct(recipe: Recipe): Recipe {
  return {
    ...recipe,
    urls: { data: 'https://exemple.fr/data' },
    options: { layers: recipe.options.layers ?? {} },
  };
}

function resource(title: string, format: string, day: string, url: string) {
  return { title, format, url, last_modified: `${day}T09:46:41`, filesize: 12 };
}

/** Two quarters in Lambert-93, fields in capitals: one at Béthune, one at Lyon. */
function quarters(crs: string | null): string {
  const named = (code: string, id: string) => {
    return { INSEE_COM: code, LIB_COM: 'Nœux-les-Mines', CODE_QP: id, LIB_QP: 'Nœux-les-Mines' };
  };
  const square = ([lng, lat]: readonly number[]) => {
    const [x = 0, y = 0] = proj4(LAMBERT_93, [lng as number, lat as number]);
    const ring = [
      [x, y],
      [x + 200, y],
      [x + 200, y + 200],
      [x, y],
    ];
    return { type: 'MultiPolygon', coordinates: [[ring]] };
  };
  const features = [
    { type: 'Feature', properties: named('62617', 'QN06204M'), geometry: square(BETHUNE) },
    { type: 'Feature', properties: named('69123', 'QN06901M'), geometry: square([4.85, 45.75]) },
  ];
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
    features,
  });
}

function station(code: string, coordinates: readonly number[], properties = {}): object {
  const own = {
    code_uic: code,
    libelle: `Gare ${code}`,
    fret: 'N',
    voyageurs: 'O',
    code_ligne: '301000',
    commune: 'BETHUNE',
    ...properties,
  };
  return { type: 'Feature', properties: own, geometry: { type: 'Point', coordinates } };
}

function stations(features: object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function real(path: string): Buffer {
  return readFileSync(join(REAL, path));
}

function features(path: string): Feature[] {
  return (JSON.parse(real(path).toString()) as FeatureCollection).features.filter(
    ({ geometry }) => geometry,
  );
}
