import type { Feature, Geometry } from 'geojson';
import type { Asked } from '../faulty-server.ts';
import { type Host, json } from './answers.ts';
import { boxOf, collection, feature, lineIn, meets, pointIn, squareIn } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';

/**
 * apicarto.ign.fr, module GPU (standards §7.4): by GET or by POST of JSON; what meets the box of `geom`, of `partition` and `categorie`;
 * never more than 5 000, `totalFeatures` says how many there are. Prescription points of one commune are more than that.
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

const each =
  (make: (commune: GroundCommune, index: number) => Feature[]) =>
  ({ communes }: Ground) =>
    communes.flatMap(make);

const LAYERS: Record<string, (ground: Ground) => Feature[]> = {
  municipality: each(({ code, name, outline }) => [
    feature(
      { type: 'Polygon', coordinates: [outline] },
      { insee: code, name, is_rnu: false, is_deleted: false, is_coastline: false },
    ),
  ]),
  document: each((commune) => [
    feature(
      { type: 'Polygon', coordinates: [commune.outline] },
      { ...ofGpu(commune), du_type: 'PLU', grid_name: commune.code, grid_title: commune.name },
    ),
  ]),
  'zone-urba': each((commune, index) =>
    ['U', 'AUc', 'A', 'N'].map((typezone, part) => {
      const libelle = { U: 'UB', AUc: '1AU', A: 'A', N: 'Np' }[typezone];
      const old = index % 7 === 0;
      const use = old ? { destdomi: '01', formdomi: null } : { destdomi: null, formdomi: '0100' };
      const own = { libelle, libelong: `Zone ${libelle}`, typezone, ...use };
      const id = `zone_urba.${index * 4 + part + 1}`;
      return feature(multi(squareIn(commune, part, 2)), { ...ofDocument(commune), ...own }, id);
    }),
  ),
  'prescription-surf': each((commune, index) => [
    feature(
      multi(squareIn(commune, 5, 4)),
      {
        ...ofDocument(commune),
        libelle: 'Espace boisé classé',
        txt: null,
        typepsc: '01',
        stypepsc: '00',
        nature: null,
      },
      `prescription_surf.${index + 1}`,
    ),
  ]),
  'prescription-lin': each((commune, index) => [
    feature(
      { type: 'MultiLineString', coordinates: [lineIn(commune).coordinates] },
      {
        ...ofDocument(commune),
        libelle: 'Haie à préserver',
        txt: null,
        typepsc: '07',
        stypepsc: '02',
        nature: null,
      },
      `prescription_lin.${index + 1}`,
    ),
  ]),
  'prescription-pct': each((commune) => {
    const across = commune.code === CAPPED ? 72 : 1;
    return Array.from({ length: across * across }, (_, index) =>
      feature(
        pointIn(commune, index, across),
        {
          ...ofDocument(commune),
          libelle: `Arbre remarquable ${index + 1}`,
          txt: null,
          typepsc: '07',
          stypepsc: '01',
          nature: null,
        },
        `prescription_pct.${commune.code}${index + 1}`,
      ),
    );
  }),
  'info-surf': each((commune, index) => [
    feature(
      multi(squareIn(commune, 2, 2)),
      {
        ...ofDocument(commune),
        libelle: 'Droit de préemption urbain',
        txt: null,
        typeinf: '04',
        stypeinf: '00',
      },
      `info_surf.${index + 1}`,
    ),
  ]),
  'info-lin': each((commune, index) => [
    feature(
      { type: 'MultiLineString', coordinates: [lineIn(commune, 1, 3).coordinates] },
      {
        ...ofDocument(commune),
        libelle: 'Voie bruyante',
        txt: null,
        typeinf: '14',
        stypeinf: '00',
      },
      `info_lin.${index + 1}`,
    ),
  ]),
  'info-pct': each((commune, index) => [
    feature(
      pointIn(commune, 3, 3),
      {
        ...ofDocument(commune),
        libelle: 'Site archéologique',
        txt: null,
        typeinf: '99',
        stypeinf: '00',
      },
      `info_pct.${index + 1}`,
    ),
  ]),
  'assiette-sup-s': each((commune, index) =>
    ['pm1', 'pm3', 'ac1'].map((suptype, part) =>
      feature(
        multi(squareIn(commune, part, 2)),
        ofServitude(commune, suptype),
        `assiette_sup_s.${index * 3 + part + 1}`,
      ),
    ),
  ),
};

/** The commune of which more prescription points are than one answer may hold: Béthune. */
const CAPPED = '62119';

function multi({ coordinates }: { coordinates: number[][][] }): Geometry {
  return { type: 'MultiPolygon', coordinates: [coordinates] };
}

function ofGpu({ code }: GroundCommune) {
  const document = `a${code}0f5c9d4be1b2a7e3d9c8`;
  const status = { gpu_status: 'production', gpu_timestamp: '2024-11-06T10:12:45.000Z' };
  return { gpu_doc_id: document, ...status, partition: `DU_${code}` };
}

function ofDocument(commune: GroundCommune) {
  const idurba = `${commune.code}_PLU_20191204`;
  const pieces = { nomfic: `${commune.code}_reglement_20191204.pdf`, urlfic: null };
  return {
    ...ofGpu(commune),
    ...pieces,
    insee: null,
    datappro: null,
    datvalid: '20191204',
    idurba,
  };
}

function ofServitude({ code, name }: GroundCommune, suptype: string) {
  const idass = `130008915_SUP_62_${suptype.toUpperCase()}_${code}`;
  const made = {
    modegeoass: 'Liste de coordonnées',
    srcgeoass: 'Cadastre',
    datesrcass: '20200114',
  };
  const names = {
    nomass: `Assiette de ${name}`,
    typeass: 'Zone',
    nomsuplitt: `Servitude de ${name}`,
  };
  return {
    gid: null,
    suptype,
    partition: `130008915_SUP_62_${suptype.toUpperCase()}`,
    idass,
    idgen: `G${code}`,
    ...names,
    ...made,
  };
}
