import proj4 from 'proj4';
import { csv } from './answers.ts';
import { pointIn } from './features.ts';
import type { Ground } from './ground.ts';
import { LAMBERT_93 } from './land-use.ts';

/** BPE of the Insee, as CSV: both Lambert-93 metres and degrees. */
export function equipment({ communes }: Ground): string {
  return csv(
    communes.flatMap((commune) =>
      ['A206', 'B203', 'C108', 'D265'].map((type, index) => {
        const place = pointIn(commune, index, 3).coordinates as [number, number];
        const [x, y] = proj4(LAMBERT_93, place);
        return {
          AN: 2024,
          NOMRS: `Équipement ${type} de ${commune.name}`,
          DEP: commune.department,
          DEPCOM: commune.code,
          LIBCOM: commune.name,
          DCIRIS: `${commune.code}_0000`,
          DOM: type.slice(0, 1),
          SDOM: type.slice(0, 2),
          TYPEQU: type,
          SIRET: `2${commune.code}000000${index}0`,
          LAMBERT_X: x.toFixed(2),
          LAMBERT_Y: y.toFixed(2),
          LONGITUDE: String(place[0]),
          LATITUDE: String(place[1]),
          QUALITE_XY: 'Bonne',
          EPSG: 2154,
        };
      }),
    ),
  );
}

/** Charge points (schema IRVE statique 2), consolidated, as CSV with commas. */
export function chargePoints({ communes }: Ground): string {
  return csv(
    communes
      .filter((_, index) => index % 3 === 0)
      .flatMap((commune, index) =>
        [1, 2].map((socket) => {
          const [longitude, latitude] = pointIn(commune, 2, 3).coordinates as [number, number];
          return {
            nom_amenageur: 'Syndicat d’énergie',
            siren_amenageur: '200000018',
            nom_operateur: 'Opérateur',
            nom_enseigne: 'Réseau local',
            id_station_itinerance: `FRS62P${commune.code}`,
            nom_station: `Place de ${commune.name}`,
            implantation_station: 'Voirie',
            adresse_station: `Place, ${commune.name}`,
            code_insee_commune: commune.code,
            coordonneesXY: `[${longitude}, ${latitude}]`,
            nbre_pdc: 2,
            id_pdc_itinerance: `FRS62E${commune.code}${socket}`,
            puissance_nominale: index % 2 ? 22 : 50,
            prise_type_ef: 'false',
            prise_type_2: 'true',
            prise_type_combo_ccs: 'false',
            prise_type_chademo: 'false',
            gratuit: 'false',
            condition_acces: 'Accès libre',
            horaires: '24/7',
            accessibilite_pmr: 'Accessibilité inconnue',
            date_mise_en_service: '2019-06-01',
            date_maj: '2026-07-30',
            consolidated_longitude: longitude,
            consolidated_latitude: latitude,
            consolidated_commune: commune.name,
          };
        }),
      ),
    ',',
  );
}

/** BAN, addresses of a department, as CSV. */
export function addresses({ communes }: Ground, department: string): string {
  return csv(
    communes
      .filter((commune) => commune.department === department)
      .flatMap((commune) =>
        [1, 2, 3].map((numero) => {
          const place = pointIn(commune, numero, 4).coordinates as [number, number];
          const [x, y] = proj4(LAMBERT_93, place);
          return {
            id: `${commune.code}_0123_${String(numero).padStart(5, '0')}`,
            id_fantoir: `${commune.code}_0123`,
            numero,
            rep: null,
            nom_voie: 'Rue de la Fosse',
            code_postal: `${commune.department}000`,
            code_insee: commune.code,
            nom_commune: commune.name,
            code_insee_ancienne_commune: null,
            nom_ancienne_commune: null,
            x: x.toFixed(2),
            y: y.toFixed(2),
            lon: place[0],
            lat: place[1],
            type_position: 'entrée',
            alias: null,
            nom_ld: null,
            libelle_acheminement: commune.name.toUpperCase(),
            nom_afnor: 'RUE DE LA FOSSE',
            source_position: 'commune',
            source_nom_voie: 'commune',
            certification_commune: 1,
            cad_parcelles: `${commune.code}0000A0001`,
          };
        }),
      ),
  );
}
