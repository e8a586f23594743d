import type { FeatureCollection } from 'geojson';
import proj4 from 'proj4';
import { csv } from './answers.ts';
import { collection, feature, pointIn, squareIn } from './features.ts';
import type { Ground } from './ground.ts';

/** QPV 2024 (standards §7.8), as GeoJSON text whose coordinates are Lambert-93 metres, which its member `crs` says. */
export function priorityQuarters({ communes }: Ground): string {
  const features = communes
    .filter((_, index) => index % 12 === 0)
    .map((commune, index) => {
      const [ring = []] = squareIn(commune, 5, 4).coordinates;
      const metres = ring.map((at) => proj4(LAMBERT_93, at as [number, number]));
      return feature(
        { type: 'MultiPolygon', coordinates: [[metres]] },
        {
          code_qp: `QN${commune.department.padStart(3, '0')}${String(index + 1).padStart(2, '0')}M`,
          lib_qp: `Quartier de ${commune.name}`,
          insee_reg: commune.region,
          lib_reg: 'Hauts-de-France',
          insee_dep: commune.department,
          lib_dep: 'Pas-de-Calais',
          insee_com: commune.code,
          lib_com: commune.name,
          siren_epci: commune.isInside ? '200072460' : '200000000',
        },
      );
    });
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } };
  return JSON.stringify(collection(features, { name: 'qp-2024-epsg2154-20240820', crs }));
}

/** Cartofriches (standards §4), points in degrees with the fields of friches 1.0.6 that it fills. */
export function brownfields({ communes }: Ground): FeatureCollection {
  return collection(
    communes
      .filter((_, index) => index % 2 === 0)
      .map((commune, index) => {
        const site_statut = STATUSES[index % STATUSES.length];
        return feature(pointIn(commune, 9, 4), {
          site_id: `${commune.code}_${index + 1}`,
          site_nom: `Ancienne briqueterie de ${commune.name}`,
          site_type: 'friche industrielle',
          site_identif_date: '2023-01-19',
          site_actu_date: '2024-01-16',
          site_securite: 'inconnu',
          site_occupation: 'inconnu',
          site_statut,
          comm_nom: commune.name.toUpperCase(),
          comm_insee: commune.code,
          bati_type: 'inconnu',
          sol_pollution_existe: 'inconnu',
          unite_fonciere_surface: 5516 + index,
          unite_fonciere_refcad: `${commune.code}0000A0001`,
          urba_zone_type: 'U',
          urba_zaer: 'inconnu',
          urba_doc_type: 'PLU',
          source_nom: 'BASIAS',
          source_producteur: 'Cerema',
        });
      }),
  );
}

const STATUSES = ['friche potentielle', 'friche sans projet', 'friche avec projet'];

/** DVF with places, as CSV with commas: a row a parcel of a sale. */
export function landSales({ communes }: Ground, year: number): string {
  return csv(
    communes.flatMap((commune, index) =>
      [0, 1].map((part) => {
        const [longitude, latitude] = pointIn(commune, part, 4).coordinates as [number, number];
        return {
          id_mutation: `${year}-${index * 2 + part + 1}`,
          date_mutation: `${year}-03-12`,
          numero_disposition: '000001',
          nature_mutation: 'Vente',
          valeur_fonciere: 145000 + index,
          adresse_numero: part + 1,
          adresse_suffixe: null,
          adresse_nom_voie: 'RUE DE LA FOSSE',
          adresse_code_voie: '0123',
          code_postal: `${commune.department}000`,
          code_commune: commune.code,
          nom_commune: commune.name,
          code_departement: commune.department,
          id_parcelle: `${commune.code}0000A000${part + 1}`,
          nombre_lots: 0,
          code_type_local: 1,
          type_local: 'Maison',
          surface_reelle_bati: 92,
          nombre_pieces_principales: 4,
          code_nature_culture: 'S',
          nature_culture: 'sols',
          surface_terrain: 410,
          longitude,
          latitude,
        };
      }),
    ),
    ',',
  );
}

/** Degrees to Lambert-93 metres (IGN): GRS 80 on the RGF93, which is WGS 84 within its accuracy. */
export const LAMBERT_93 =
  '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';
