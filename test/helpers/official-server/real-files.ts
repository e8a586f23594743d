import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import proj4 from 'proj4';
import { startGdalModule, writeWithGdal } from '../write-with-gdal.ts';
import { file, type Host, json } from './answers.ts';
import { collection } from './features.ts';
import { geoApi } from './geo-api.ts';
import { LAMBERT_93 } from './land-use.ts';

/** Real official files, where this machine has them: the folder `real-data` of what is shared beside the project. */
const FOLDER = join(import.meta.dirname, '../../../../shared/real-data');

/** Whether the real files are on this machine. */
export const HAS_REAL_FILES = existsSync(FOLDER);

/** The bytes of one, by its path. */
export function realFile(path: string): Buffer {
  return readFileSync(join(FOLDER, path));
}

/** The features of a GeoJSON one, degrees. */
export function realFeatures(path: string): Feature[] {
  return (JSON.parse(realFile(path).toString()) as FeatureCollection).features;
}

/** Real files as their official services would send them: communes, QPV, stations, EuroVelo 5, Cartofriches, mining heritage. */
export async function realSources(): Promise<Host> {
  const outlines = new Map(
    [
      ...realFeatures('bassin-minier-unesco/communes-mbm.geojson'),
      ...realFeatures('bassin-minier-unesco/epci.geojson'),
    ].map(({ properties, geometry }) => [properties?.insee ?? properties?.code_siren, geometry]),
  );
  const quarters = realFeatures('qpv-anct/polygone-4326_qpv.geojson').map(toLambert93);
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
  const brownfields = await brownfieldPackage();
  const files: [RegExp, () => ReturnType<typeof file>][] = [
    [
      /qp-2024-epsg2154/,
      () => file(JSON.stringify(collection(quarters, { crs })), 'application/geo+json'),
    ],
    [
      /liste-des-gares\/exports\/geojson/,
      () => file(realFile('sncf/gares_zone_extrait.geojson'), 'application/geo+json'),
    ],
    [
      /waymarkedtrails\.org\/.*gpx$/,
      () => file(realFile('eurovelo5/gpx_eurovelo5.gpx'), 'application/gpx+xml'),
    ],
    [/datasets\/r\/a9084493/, () => file(brownfields, 'application/geopackage+sqlite3')],
  ];
  return (asked, ground) => {
    const { href, host, pathname } = asked.url;
    if (host === 'geo.api.gouv.fr') {
      const answer = geoApi(asked, ground);
      return answer && json(withOutlines(JSON.parse(String(answer.body)), outlines));
    }
    if (host === 'raw.githubusercontent.com') {
      return file(realFile(`bassin-minier-unesco/${basename(pathname)}`), 'application/json');
    }
    return files.find(([address]) => address.test(href))?.[1]() ?? null;
  };
}

function withOutlines(answer: Feature | FeatureCollection, outlines: Map<string, Geometry>) {
  const mend = (one: Feature): Feature => {
    return { ...one, geometry: outlines.get(one.properties?.code) ?? one.geometry };
  };
  return answer.type === 'Feature'
    ? mend(answer)
    : { ...answer, features: answer.features.map(mend) };
}

function toLambert93(feature: Feature): Feature {
  const { type, coordinates } = feature.geometry as Polygon | MultiPolygon;
  const project = (at: Position) => proj4(LAMBERT_93, at as [number, number]);
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  const moved = (polygons as Position[][][]).map((rings) => rings.map((ring) => ring.map(project)));
  return { ...feature, geometry: { type: 'MultiPolygon', coordinates: moved } };
}

async function brownfieldPackage(): Promise<Uint8Array> {
  const features = realFeatures('cartofriches/cartofriches_cabbalr_2024-03.geojson');
  const options = ['-f', 'GPKG', '-nln', 'friches'];
  const made = writeWithGdal(
    await startGdalModule(),
    collection(features),
    'friches.gpkg',
    options,
  );
  return made['friches.gpkg'] as Uint8Array;
}
