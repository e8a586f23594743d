import { unzipSync } from 'fflate';
import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ExportContent, ExportCrs } from '../../src/export/export-content.ts';
import type { ExportFormatName } from '../../src/export/formats.ts';
import { writeContent } from '../../src/export/write-content.ts';
import type { Gdal } from '../../src/gdal/gdal.ts';
import type { GdalModule } from '../../src/gdal/gdal-module.ts';
import { writeTables } from '../../src/gdal/write-tables.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { createExportContent, HARD_ROWS, POLYGONS } from '../helpers/create-export-content.ts';
import { type ReadLayer, readWithGdal } from '../helpers/read-with-gdal.ts';
import { startGdalModule } from '../helpers/write-with-gdal.ts';

let gdal: GdalModule;
beforeAll(async () => {
  gdal = await startGdalModule();
});

async function bytesOf(
  format: ExportFormatName,
  content: ExportContent,
  crs: ExportCrs = 'EPSG:4326',
) {
  const own = {
    writeTables: async (...[tables, output, options]: Parameters<Gdal['writeTables']>) =>
      writeTables(gdal, tables, output, options),
  } as unknown as Gdal;
  const file = await writeContent(content, format, crs, { openGdal: async () => own });
  return { ...file, bytes: new Uint8Array(await file.blob.arrayBuffer()) };
}

/** Writes a content and has GDAL read it. */
async function roundTrip(
  format: 'gpkg' | 'shp' | 'geojson',
  content: ExportContent,
  crs?: ExportCrs,
): Promise<{ layers: ReadLayer[]; remarks: string[]; files: Record<string, Uint8Array> }> {
  const { bytes, remarks } = await bytesOf(format, content, crs);
  if (format !== 'shp') {
    const name = `a.${format}`;
    const layers = readWithGdal(gdal, { [name]: bytes }, name, DRIVERS[format]);
    return { layers, remarks, files: { [name]: bytes } };
  }
  const files = unzipSync(bytes);
  const mains = Object.keys(files).filter((name) => name.endsWith('.shp') || name.endsWith('.dbf'));
  const stems = [...new Set(mains.map((name) => name.slice(0, -4)))];
  const layers = stems.flatMap((stem) =>
    readWithGdal(gdal, files, files[`${stem}.shp`] ? `${stem}.shp` : `${stem}.dbf`, DRIVERS.shp),
  );
  return { layers, remarks, files };
}

const DRIVERS = { gpkg: 'GPKG', shp: 'ESRI Shapefile', geojson: 'GeoJSON' };

function rowsOf(layer: ReadLayer, names: string[]) {
  return layer.features.map(({ properties }) => names.map((name) => properties?.[name] ?? null));
}

const NAMES = ['id', 'contenance', 'distance_1_m', 'batie', 'approbation', 'commentaire'];

describe('GeoPackage', () => {
  it('holds every row with its types, and where it comes from', async () => {
    const { layers, remarks, files } = await roundTrip('gpkg', createExportContent());
    const [layer] = layers as [ReadLayer];
    expect(layers).toHaveLength(1);
    expect(layer.name).toBe('arpent-parcelles');
    expect(layer.crs).toBe('EPSG:4326');
    expect(rowsOf(layer, NAMES)).toEqual(HARD_ROWS);
    expect(layer.fields.map(({ type, subType }) => subType ?? type)).toEqual([
      'String',
      'Integer64',
      'Real',
      'Boolean',
      'Date',
      'String',
    ]);
    expect(remarks).toEqual([expect.stringContaining('Une ligne n’a pas de géométrie')]);
    const text = new TextDecoder().decode(files['a.gpkg']);
    expect(text).toContain('zone inondable');
    expect(text).toContain('3f2a91c0');
  });

  it('holds degrees to 12 decimals', async () => {
    const { layers } = await roundTrip('gpkg', createExportContent());
    const shapes = layers[0]?.features.map(({ geometry }) => geometry as Geometry | null);
    expect(shapes?.map(ringsOf)).toEqual(POLYGONS.map(ringsOf));
  });

  it.each(['gpkg', 'shp'] as const)(
    '%s in Lambert-93 is where GDAL puts it, to the centimetre',
    async (format) => {
      const { layers } = await roundTrip(format, createExportContent(), 'EPSG:2154');
      expect(layers[0]?.crs).toBe('EPSG:2154');
      const wanted = wantedInLambert();
      const seen = (layers[0]?.features ?? []).map(({ geometry }) => positions(geometry));
      expect(seen.map(({ length }) => length)).toEqual(wanted.map(({ length }) => length));
      for (const [row, own] of wanted.entries()) {
        const boxes = [boxOf(own), boxOf(seen[row]!)];
        boxes[0]!.forEach((value, i) => {
          if (own.length > 0) expect(Math.abs(value - boxes[1]![i]!)).toBeLessThan(0.001);
        });
      }
    },
  );

  it('writes no row, points, lines, mixed families and a name that it keeps for itself', async () => {
    const empty = createExportContent({ rows: [], shapes: [] });
    expect((await roundTrip('gpkg', empty)).layers[0]).toMatchObject({
      features: [],
      geometryType: 'Polygon',
    });
    const mixed = createExportContent({
      shapes: MIXED,
      columns: createExportContent().columns.map((column) =>
        column.name === 'id' ? { ...column, name: 'FID' } : column,
      ),
    });
    const { layers, remarks } = await roundTrip('gpkg', mixed);
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([
      ['arpent-parcelles_points', 3],
      ['arpent-parcelles_lignes', 1],
      ['arpent-parcelles_surfaces', 1],
    ]);
    expect(remarks.join(' ')).toContain('FID → FID_2');
    expect(remarks.join(' ')).toContain('plusieurs familles');
  });
});

describe('Shapefile', () => {
  it('holds every row, its files beside it, in UTF-8', async () => {
    const { layers, files, remarks } = await roundTrip('shp', createExportContent());
    expect(Object.keys(files).sort()).toEqual([
      'arpent-parcelles.cpg',
      'arpent-parcelles.dbf',
      'arpent-parcelles.prj',
      'arpent-parcelles.shp',
      'arpent-parcelles.shx',
      'colonnes.txt',
      'sources.txt',
    ]);
    expect(new TextDecoder().decode(files['arpent-parcelles.cpg'])).toBe('UTF-8');
    const short = ['id', 'contenance', 'distance_1', 'batie', 'approbatio', 'commentair'];
    const toNumber = (value: unknown) =>
      typeof value === 'number' ? Number(value.toFixed(12)) : value;
    const toFlag = (value: unknown) => (typeof value === 'boolean' ? Number(value) : value);
    expect(rowsOf(layers[0]!, short).map((row) => row.map(toNumber))).toEqual(
      HARD_ROWS.map((row) => row.map(toFlag)),
    );
    expect(new TextDecoder().decode(files['colonnes.txt'])).toContain(
      'distance_1 ; distance_1_m ; Distance',
    );
    expect(new TextDecoder().decode(files['sources.txt'])).toContain('Licence Ouverte 2.0');
    expect(remarks.join(' ')).toContain('10 caractères');
  });

  it('says which texts it cuts, between two characters, and keeps names apart', async () => {
    const long = 'é'.repeat(200);
    const columns = ['surface_totale_m2', 'surface_totale_ha', 'SURFACE_TO'].map((name) => ({
      name,
      label: name,
      type: 'text' as const,
    }));
    const content = createExportContent({
      columns,
      rows: [[long, 'b', 'c']],
      shapes: [POLYGONS[0]!],
      key: null,
    });
    const { layers, remarks } = await roundTrip('shp', content);
    expect(layers[0]?.features[0]?.properties).toEqual({
      surface_to: 'é'.repeat(127),
      surface__1: 'b',
      SURFACE__2: 'c',
    });
    expect(remarks.join(' ')).toContain('1 texte(s) de plus de 254 octets');
  });

  it('has files for each family of geometry', async () => {
    const { layers } = await roundTrip('shp', createExportContent({ shapes: MIXED }));
    expect(layers.map(({ name, features }) => [name, features.length]).sort()).toEqual([
      ['arpent-parcelles_lignes', 1],
      ['arpent-parcelles_points', 3],
      ['arpent-parcelles_surfaces', 1],
    ]);
  });
});

describe('GeoJSON', () => {
  it('is read by GDAL with the same rows, and says where it comes from', async () => {
    const { layers, files } = await roundTrip('geojson', createExportContent());
    expect(rowsOf(layers[0]!, NAMES).map((row) => row.map(String))).toEqual(
      HARD_ROWS.map((row) => row.map((value) => String(value))),
    );
    expect(layers[0]?.features.map(({ geometry }) => ringsOf(geometry))).toEqual(
      POLYGONS.map(ringsOf),
    );
    const { arpent } = JSON.parse(new TextDecoder().decode(files['a.geojson']));
    expect(arpent).toMatchObject({
      sources: [{ version: '3f2a91c0' }],
      notes: ['Les géométries sont simulées.'],
    });
  });

  it('is valid without any row', async () => {
    const { files } = await roundTrip('geojson', createExportContent({ rows: [], shapes: [] }));
    expect(JSON.parse(new TextDecoder().decode(files['a.geojson']))).toMatchObject({
      features: [],
    });
  });
});

const MIXED: (Geometry | null)[] = [
  { type: 'Point', coordinates: [3.5, 50.3] },
  {
    type: 'MultiPoint',
    coordinates: [
      [3.5, 50.3],
      [3.6, 50.4],
    ],
  },
  {
    type: 'LineString',
    coordinates: [
      [3.5, 50.3],
      [3.6, 50.4],
    ],
  },
  POLYGONS[0]!,
  null,
];

/** Positions of a geometry, in order. */
function positions(geometry: Geometry | null | undefined): number[][] {
  if (!geometry || !('coordinates' in geometry)) return [];
  const flat = geometry.coordinates.flat(9) as number[];
  return Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2));
}

/** Positions in an order that does not hang on where a ring starts or how it turns. */
function ringsOf(geometry: Geometry | null | undefined): string[] {
  const round = (position: number[]) => position.map((value) => value.toFixed(12)).join();
  return [...new Set(positions(geometry).map(round))].sort();
}

function boxOf(list: number[][]): number[] {
  const [x, y] = [list.map(([x]) => x!), list.map(([, y]) => y!)];
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
}

/** The positions of `POLYGONS` as GDAL projects them. */
function wantedInLambert(): number[][][] {
  const content = createExportContent();
  const features = POLYGONS.map((_, row) => ({
    type: 'Feature',
    properties: {},
    geometry: rowToGeometry(content.geometry!, row),
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  gdal.writeFile('/in/a.geojson', new TextEncoder().encode(text));
  gdal.makeFolder('/out');
  gdal.withDataset('/in/a.geojson', 'GeoJSON', (dataset) =>
    gdal.translate(dataset, '/out/a.geojson', [
      ...['-f', 'GeoJSON', '-t_srs', 'EPSG:2154', '-lco', 'COORDINATE_PRECISION=9'],
    ]),
  );
  const read = JSON.parse(new TextDecoder().decode(gdal.readFile('/out/a.geojson')));
  gdal.remove('/in');
  gdal.remove('/out');
  return read.features.map(({ geometry }: { geometry: Geometry | null }) => positions(geometry));
}
