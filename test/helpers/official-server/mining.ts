import type { Geometry } from 'geojson';
import { collection, feature, pointIn, squareIn } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';
import type { OpenFile } from './open-files.ts';

/** The mining heritage of the world heritage list, a GeoJSON file a kind of element, in some communes of the land. */
export const MINING_FILES: readonly OpenFile[] = Object.entries({
  'bien-inscrit': elements(0, ({ name }, no) => ({
    ...{ no_section: '9', section: 'Mines de Béthune' },
    no_element: `${no}`,
    nom: `Ensemble de ${name}`,
    surface_ha: 11.05,
  })),
  'zone-tampon': elements(1, (_, no) => ({ id: no, surface_ha: 2.44 })),
  'cites-minieres': elements(2, ({ name }, no) => ({
    nom: `Cité de ${name}`,
    ...inCommune(name),
    type: 'cité pavillonnaire',
    interet: 'remarquable',
    inscrit_mh: null,
    classe_mh: null,
    ...unesco(no),
  })),
  batis: elements(3, ({ name }, no) => ({
    nom: `Groupe scolaire de ${name}`,
    denomination: 'école',
    typologie: 'équipement',
    ...inCommune(name),
    periode: '1920',
    protection: null,
    proprietaire: null,
    inscrit_mh: null,
    classe_mh: null,
    ...unesco(no),
  })),
  terrils: elements(4, ({ name }, no) => ({
    no_terril: `T${no}`,
    nom: `Terril de ${name}`,
    ...inCommune(name),
    groupe: 'Béthune',
    forme: 'conique',
    ...unesco(no),
  })),
  cavaliers: elements(5, ({ name }, no) => ({
    ...inCommune(name),
    longueur_m: 1200,
    ...unesco(no),
  })),
  'puits-de-mines': points(({ name }, no) => ({
    commune: name,
    compagnie: 'Mines de Béthune',
    concession: 'Grenay',
    fosse: `${no}`,
    fosse_alias: null,
    puits: '1',
    cote: 30,
    creusement: '1857',
    fermeture: '1928',
    profondeur: 384,
    brgm: 'http://ficheinfoterre.brgm.fr',
  })),
}).map(([name, make]) => ({
  url: `https://raw.githubusercontent.com/rlespinasse/bassin-minier-unesco/main/site/public/data/${name}.geojson`,
  format: 'geojson',
  make: (ground: Ground) => JSON.stringify(collection(make(ground))),
}));

type Properties = (commune: GroundCommune, no: number) => Record<string, unknown>;

function elements(rest: number, properties: Properties) {
  return some(rest, properties, (commune) => squareIn(commune, 10, 4));
}

function points(properties: Properties) {
  return some(6, properties, (commune) => pointIn(commune, 11, 4));
}

/** In one commune of seven, `rest` apart. */
function some(
  rest: number,
  properties: Properties,
  geometry: (commune: GroundCommune) => Geometry,
) {
  return ({ communes }: Ground) =>
    communes
      .filter((_, index) => index % 7 === rest)
      .map((commune, no) => feature(geometry(commune), properties(commune, no + 1)));
}

const inCommune = (name: string) => ({
  commune_1: name,
  commune_2: null,
  commune_3: null,
  compagnie: 'Béthune',
});
const unesco = (no: number) => ({ id_unesco: `${no}A`, element: `${no}`, objet: 'A' });
