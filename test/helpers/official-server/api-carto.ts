import type { Feature, Geometry, Polygon } from 'geojson';
import type { Asked } from '../faulty-server.ts';
import { type Host, json } from './answers.ts';
import { boxOf, collection, feature, lineIn, meets, pointIn, squareIn } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';

/**
 * apicarto.ign.fr, module GPU (standards §7.4): by GET or by POST of JSON; what meets the box of `geom`, of `partition` and `categorie`;
 * never more than 5 000, `totalFeatures` says how many there are. One commune in ten has a plan of its own, the others share the
 * intercommunality's, whose prescription points are more than one answer holds.
 */
export const apiCarto: Host = (asked, ground) => {
  const [, api, module, layer = ''] = asked.url.pathname.split('/');
  const make = LAYERS[layer];
  if (api !== 'api' || module !== 'gpu' || !make) return null;
  const { geom, partition, categorie, insee } = readQuery(asked);
  const box = geom ? boxOf(JSON.parse(geom) as Geometry) : null;
  const found = makeAll(ground, layer, make).filter(
    (one) =>
      (!box || meets(one, box)) &&
      (!partition || one.properties?.partition === partition) &&
      (!insee || one.properties?.insee === insee) &&
      (!categorie || one.properties?.suptype === categorie.toLowerCase()),
  );
  const features = found.slice(0, CAP);
  const count = { totalFeatures: found.length, numberMatched: found.length };
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } };
  return json(collection(features, { ...count, numberReturned: features.length, crs }));
};

const CAP = 5000;

function readQuery({ method, url, body }: Asked): Record<string, string | undefined> {
  if (method === 'GET') return Object.fromEntries(url.searchParams);
  const { geom, ...others } = JSON.parse(body) as Record<string, unknown>;
  const text = typeof geom === 'object' ? JSON.stringify(geom) : geom;
  return { ...(others as Record<string, string>), ...(geom ? { geom: text as string } : {}) };
}

/** Made once for a land: asked for many boxes. */
function makeAll(ground: Ground, layer: string, make: (ground: Ground) => Feature[]): Feature[] {
  const made = MADE.get(ground) ?? new Map<string, Feature[]>();
  MADE.set(ground, made);
  const features = made.get(layer) ?? make(ground);
  made.set(layer, features);
  return features;
}

const MADE = new WeakMap<Ground, Map<string, Feature[]>>();

/** Features of every commune, with the key that the GPU gives each object of a collection. */
const each =
  (make: (commune: PlannedCommune) => Feature[]) =>
  ({ communes, siren }: Ground) =>
    communes
      .map((commune, index): PlannedCommune => {
        const isShared = commune.isInside && index % 10 !== 0;
        return { ...commune, plan: isShared ? siren : commune.code };
      })
      .flatMap(make)
      .map(withGid);

/** A commune and the SIREN or INSEE code that its plan is filed under. */
type PlannedCommune = GroundCommune & { plan: string };

const withGid = (one: Feature, index: number): Feature => {
  const gid = 1000 + index;
  return { ...one, id: `${gid}`, properties: { gid, ...one.properties } };
};

const LAYERS: Record<string, (ground: Ground) => Feature[]> = {
  municipality: each(({ code, name, outline }) => [
    feature(
      { type: 'Polygon', coordinates: [outline] },
      { insee: code, name, is_rnu: false, is_deleted: false, is_coastline: false },
    ),
  ]),
  document: (ground) => {
    const outlines = each((commune) => [
      feature({ type: 'Polygon', coordinates: [commune.outline] }, ofGpu(commune)),
    ])(ground);
    const partitions = new Set(outlines.map(({ properties }) => properties?.partition as string));
    return [...partitions].map((partition, index) => {
      const members = outlines.filter(({ properties }) => properties?.partition === partition);
      const coordinates = members.map(({ geometry }) => (geometry as Polygon).coordinates);
      const grid_name = partition.replace('DU_', '');
      const du_type = grid_name === ground.siren ? 'PLUi' : 'PLU';
      const own = { ...members[0]?.properties, id: index + 1, du_type, grid_name };
      return withGid(feature({ type: 'MultiPolygon', coordinates }, own), index);
    });
  },
  'zone-urba': each((commune) =>
    Object.entries(ZONES).map(([typezone, libelle], part) => {
      const isOld = commune.plan === commune.code;
      const use = isOld ? { destdomi: '01', formdomi: null } : { destdomi: null, formdomi: '0100' };
      const own = { libelle, libelong: `Zone ${libelle}`, typezone, ...use };
      const more = { destoui: null, destcdt: null, destnon: null, idzone: null, lib_idzone: null };
      const zone = { ...ofDocument(commune), ...own, ...more };
      return feature(multi(squareIn(commune, part, 2)), zone);
    }),
  ),
  'secteur-cc': each((commune) => {
    if (commune.plan !== commune.code) return [];
    const own = {
      libelle: 'ZC',
      libelong: 'Secteur constructible',
      typesect: '01',
      fermreco: 'oui',
    };
    return [feature(multi(squareIn(commune, 15, 4)), { ...ofDocument(commune), ...own })];
  }),
  'prescription-surf': each((commune) => [
    feature(
      multi(squareIn(commune, 5, 4)),
      prescription(commune, { libelle: 'Espace boisé classé', typepsc: '01', stypepsc: '00' }),
    ),
  ]),
  'prescription-lin': each((commune) => [
    feature(
      { type: 'MultiLineString', coordinates: [lineIn(commune).coordinates] },
      prescription(commune, { libelle: 'Haie à préserver', typepsc: '07', stypepsc: '02' }),
    ),
  ]),
  'prescription-pct': each((commune) =>
    Array.from({ length: 64 }, (_, index) => {
      const libelle = `Arbre remarquable ${index + 1}`;
      const own = prescription(commune, { libelle, typepsc: '07', stypepsc: '01' });
      return feature(pointIn(commune, index, 8), own);
    }),
  ),
  'info-surf': each((commune) => [
    feature(
      multi(squareIn(commune, 2, 2)),
      information(commune, { libelle: 'Droit de préemption urbain', typeinf: '04' }),
    ),
  ]),
  'info-lin': each((commune) => [
    feature(
      { type: 'MultiLineString', coordinates: [lineIn(commune, 1, 3).coordinates] },
      information(commune, { libelle: 'Voie bruyante', typeinf: '14' }),
    ),
  ]),
  'info-pct': each((commune) => [
    feature(
      pointIn(commune, 3, 3),
      information(commune, { libelle: 'Site archéologique', typeinf: '99' }),
    ),
  ]),
  'assiette-sup-s': each((commune) =>
    ['pm1', 'pm3', 'ac1'].map((suptype, part) =>
      feature(multi(squareIn(commune, part, 2)), servitude(commune, suptype)),
    ),
  ),
};

const ZONES = { U: 'UB', AUc: '1AU', A: 'A', N: 'Np' };

function multi({ coordinates }: Polygon): Geometry {
  return { type: 'MultiPolygon', coordinates: [coordinates] };
}

function ofGpu({ plan }: PlannedCommune) {
  const status = { gpu_status: 'production', gpu_timestamp: '2024-11-06T10:12:45.000Z' };
  return { gpu_doc_id: `a${plan}0f5c9d4be1b2a7e3d9c8`, ...status, partition: `DU_${plan}` };
}

function ofDocument(commune: PlannedCommune) {
  const { plan, code } = commune;
  const idurba = `${plan}_${plan === code ? 'PLU' : 'PLUI'}_20191204`;
  const pieces = { nomfic: `${plan}_reglement_20191204.pdf`, urlfic: null };
  const days = { insee: null, datappro: null, datvalid: '20191204' };
  return { ...ofGpu(commune), ...pieces, ...days, idurba, symbole: null };
}

function prescription(commune: PlannedCommune, own: Record<string, string>) {
  const more = { txt: null, nature: null, idpsc: null, lib_idpsc: null };
  return { ...ofDocument(commune), ...own, ...more };
}

function information(commune: PlannedCommune, own: Record<string, string>) {
  const more = { txt: null, stypeinf: '00', typep: null, stypep: null, idinfo: null };
  return { ...ofDocument(commune), ...own, ...more, lib_idinfo: null };
}

function servitude({ code, name }: GroundCommune, suptype: string) {
  const partition = `130008915_SUP_62_${suptype.toUpperCase()}`;
  const names = { nomass: `Assiette de ${name}`, nomsuplitt: `Servitude de ${name}` };
  const made = { modegeoass: 'Liste de coordonnées', paramcalc: null, srcgeoass: 'Cadastre' };
  const ids = { idass: `${partition}_${code}`, idgen: `G${code}`, fichier: null };
  return { suptype, partition, ...ids, ...names, typeass: 'Zone', ...made, datesrcass: '20200114' };
}
