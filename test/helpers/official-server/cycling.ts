import { csv } from './answers.ts';
import { collection, feature, lineIn, lineThrough, pointIn } from './features.ts';
import type { Ground } from './ground.ts';

/** Aménagements cyclables 0.3.5, the national file (standards §5.1), as GeoJSON text: degrees, a line a commune. */
export function cycleFacilities({ communes }: Ground): string {
  const features = communes.map((commune, index) =>
    feature(lineIn(commune, 1, 4), {
      id_local: `geovelo_${index}_${commune.code}`,
      reseau_loc: null,
      nom_loc: null,
      id_osm: String(4000000 + index),
      num_iti: null,
      code_com_d: commune.code,
      ame_d: index % 3 ? 'BANDE CYCLABLE' : 'PISTE CYCLABLE',
      regime_d: 'EN AGGLOMERATION',
      sens_d: 'UNIDIRECTIONNEL',
      largeur_d: null,
      local_d: 'CHAUSSEE',
      statut_d: 'EN SERVICE',
      revet_d: 'LISSE',
      code_com_g: commune.code,
      ame_g: 'AUCUN',
      regime_g: 'EN AGGLOMERATION',
      sens_g: 'UNIDIRECTIONNEL',
      largeur_g: null,
      local_g: 'CHAUSSEE',
      statut_g: 'EN SERVICE',
      revet_g: 'LISSE',
      access_ame: null,
      date_maj: '2026-08-01',
      trafic_vit: 50,
      lumiere: true,
      d_service: null,
      comm: null,
      source: 'Les contributeurs OpenStreetMap',
      project_c: '4326',
      ref_geo: 'OpenStreetMap',
    }),
  );
  return JSON.stringify(collection(features));
}

/** Stationnement cyclable 1.1.2 (standards §5.2), as CSV; `coordonneesxy` is `[lon, lat]` in text. */
export function cycleParking({ communes }: Ground): string {
  return csv(
    communes.map((commune, index) => ({
      id_local: `n${8000000 + index}`,
      id_osm: `n${8000000 + index}`,
      code_com: commune.code,
      coordonneesxy: `[${pointIn(commune, 7, 4).coordinates.join(', ')}]`,
      capacite: 4 + (index % 10),
      capacite_cargo: null,
      type_accroche: 'CADRE ET ROUE',
      mobilier: 'ARCEAU',
      acces: 'LIBRE ACCES',
      gratuit: 'true',
      protection: 'STATIONNEMENT NON FERME',
      couverture: 'false',
      surveillance: null,
      lumiere: null,
      url_info: null,
      d_service: null,
      source: 'OpenStreetMap',
      proprietaire: null,
      gestionnaire: null,
      date_maj: '2026-05-14',
      commentaires: null,
    })),
    ',',
  );
}

/** A track of an itinerary as GPX, through communes of the intercommunality and beyond it. */
export function gpxTrack({ communes }: Ground, name: string): string {
  const line = lineThrough(communes.filter((_, index) => index % 30 === 0));
  const points = line.coordinates.map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}" />`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>' +
    '<gpx xmlns="http://www.topografix.com/GPX/1/1" creator="waymarkedtrails.org" version="1.1">' +
    `<metadata><name>${name}</name><copyright author="OpenStreetMap and Contributors"><license>https://www.openstreetmap.org/copyright</license></copyright></metadata>` +
    `<trk><trkseg>${points.join('')}</trkseg></trk></gpx>`
  );
}
