import type { Feature } from 'geojson';
import { csv, file, type Host, json } from './answers.ts';
import { collection, feature, pointIn } from './features.ts';
import type { Ground } from './ground.ts';

/** Opendatasoft portals, Explore API 2.1 (standards §7.8): whole exports in GeoJSON or CSV, and `records` of at most 100. */
export const opendatasoft: Host = ({ url }, ground) => {
  const found = PATH.exec(url.pathname);
  const features = found && DATASETS[found[1] as string]?.(ground);
  if (!found || !features) return null;
  const [, , form, format] = found;
  if (form === 'records') {
    const [limit, offset] = ['limit', 'offset'].map((name) => Number(url.searchParams.get(name)));
    const results = features.slice(offset, (offset ?? 0) + Math.min(limit || 10, 100));
    return json({ total_count: features.length, results: results.map((one) => one.properties) });
  }
  if (format === 'geojson')
    return file(JSON.stringify(collection(features)), 'application/geo+json');
  if (format === 'json')
    return file(JSON.stringify(features.map((one) => one.properties)), 'application/json');
  return format === 'csv' ? file(csv(features.map(rowOf)), 'text/csv; charset=utf-8') : null;
};

const PATH = /^\/api\/explore\/v2\.1\/catalog\/datasets\/([\w-]+)\/(exports|records)(?:\/(\w+))?$/;

const DATASETS: Record<string, (ground: Ground) => Feature[]> = {
  'liste-des-immeubles-proteges-au-titre-des-monuments-historiques': ({ communes }) =>
    communes
      .filter((_, index) => index % 4 === 0)
      .map((commune, index) => {
        const place = pointIn(commune, 6, 4);
        const [lon, lat] = place.coordinates;
        return feature(place, {
          reference: `PA${String(62000000 + index)}`,
          titre_editorial_de_la_notice: `Église de ${commune.name}`,
          denomination_de_l_edifice: 'église',
          typologie_de_la_protection: 'inscrit MH',
          nature_de_la_protection: 'inscription par arrêté',
          precision_de_la_protection: null,
          cog_insee_lors_de_la_protection: commune.code,
          coordonnees_au_format_wgs84: { lon, lat },
        });
      }),
  'gares-de-voyageurs': ({ communes }) =>
    communes
      .filter((_, index) => index % 6 === 0)
      .map((commune, index) => {
        const place = pointIn(commune, 4, 3);
        const [lon, lat] = place.coordinates;
        return feature(place, {
          nom: commune.name,
          libellecourt: commune.name.slice(0, 3).toUpperCase(),
          segment_drg: 'C',
          position_geographique: { lon, lat },
          codeinsee: commune.code,
          codes_uic: String(87342000 + index),
        });
      }),
  'liste-des-gares': ({ communes }) =>
    communes
      .filter((_, index) => index % 6 === 0)
      .flatMap((commune, index) =>
        // Once for each line that it is on, as there.
        (index % 3 === 0 ? ['301000', '305000'] : ['301000']).map((line) => {
          const place = pointIn(commune, 4, 3);
          const [lon, lat] = place.coordinates;
          return feature(place, {
            code_uic: String(87342000 + index),
            libelle: commune.name,
            fret: index % 2 ? 'O' : 'N',
            voyageurs: index % 4 ? 'O' : 'N',
            code_ligne: line,
            rg_troncon: 1,
            pk: '060+044',
            commune: commune.name.toUpperCase(),
            departemen: 'PAS-DE-CALAIS',
            idreseau: 2000 + index,
            idgaia: `e552a83c-${index}`,
            x_wgs84: lon,
            y_wgs84: lat,
            c_geo: { lon, lat },
            geo_point_2d: { lon, lat },
          });
        }),
      ),
};

/** A CSV cell holds a place as `lat, lon`. */
function rowOf({ properties }: Feature): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([name, value]) => [
      name,
      typeof value === 'object' && value ? `${value.lat}, ${value.lon}` : value,
    ]),
  );
}
