import type { Feature } from 'geojson';
import { gzipped, type Host, redirect } from './answers.ts';
import { collection, feature, squareIn } from './features.ts';
import type { GroundCommune } from './ground.ts';

/**
 * cadastre.data.gouv.fr (standards §6): `.json.gz` of one commune and layer; `latest` leads to a dated edition. Zeros are trimmed in
 * `section` and `numero`, `contenance` and dates are absent here and there, as they are there.
 */
export const cadastre: Host = ({ url }, { communes }) => {
  const found = PATH.exec(url.pathname);
  if (!found) return null;
  const [, edition, department, code, layer = ''] = found;
  const commune = communes.find((one) => one.code === code && one.department === department);
  const make = LAYERS[layer];
  if (!commune || !make) return null;
  if (edition === 'latest') return redirect(url.href.replace('latest', EDITION));
  return gzipped(JSON.stringify(collection(make(commune))));
};

const EDITION = '2026-09-01';
const PATH =
  /^\/data\/etalab-cadastre\/(latest|\d{4}-\d\d-\d\d)\/geojson\/communes\/(\w+)\/(\w+)\/cadastre-\3-(\w+)\.json\.gz$/;

const LAYERS: Record<string, (commune: GroundCommune) => Feature[]> = {
  parcelles: (commune) =>
    [0, 1, 2, 3, 4, 5].map((index) => {
      const [section, numero] = [index < 4 ? 'A' : 'AB', String(index + 1)];
      const id = `${commune.code}000${section.padStart(2, '0')}${numero.padStart(4, '0')}`;
      const dates = index === 0 ? {} : { created: '2004-03-12', updated: '2019-11-05' };
      const contenance = index === 5 ? {} : { contenance: 1200 + index };
      const own = { id, commune: commune.code, prefixe: '000', section, numero, ...contenance };
      return feature(squareIn(commune, index, 4), { ...own, arpente: index === 1, ...dates }, id);
    }),
  batiments: (commune) =>
    [0, 1, 2].map((index) => {
      const own = { type: index === 2 ? '02' : '01', nom: '', commune: commune.code };
      const { coordinates } = squareIn(commune, index * 13, 12);
      const dates = { created: '2010-05-18', updated: '2024-01-10' };
      return feature({ type: 'MultiPolygon', coordinates: [coordinates] }, { ...own, ...dates });
    }),
  sections: (commune) =>
    ['A', 'AB'].map((code, index) => {
      const id = `${commune.code}000${code.padStart(2, '0')}`;
      const { coordinates } = squareIn(commune, index * 3, 2);
      const own = { id, commune: commune.code, prefixe: '000', code };
      const dates = { created: '1985-01-01', updated: '2015-06-30' };
      return feature(
        { type: 'MultiPolygon', coordinates: [coordinates] },
        { ...own, ...dates },
        id,
      );
    }),
};
