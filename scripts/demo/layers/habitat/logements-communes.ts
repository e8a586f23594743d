import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { dwellingsOf } from '../../shapes/town-blocks.ts';
import { readHousing } from './habitat-facts.ts';

/** Dwellings by commune; the sums over the communes are the published ones. */
export function buildLogementsCommunes(ground: Ground): DemoLayer {
  const { programmed, needed, before1970, unfit } = readHousing();
  const dwellings = ground.communes.map(dwellingsOf);
  const total = dwellings.reduce((sum, count) => sum + count, 0);
  const by = (what: string, low: number, high: number) =>
    ground.communes.map(({ code }, i) => {
      return dwellings[i]! * createRandom(`${what} ${code}`).between(low, high);
    });
  const towns = by('programmed', 0, 1).map((weight, i) => (dwellings[i]! < 900 ? 0 : weight));
  const programmes = apportion(programmed.dwellings, towns);
  const needs = apportion(needed.dwellings, by('needed', 0.8, 1.2));
  const old = apportion(Math.round((before1970.percent * total) / 100), by('old', 0.7, 1.2));
  const poor = apportion(Math.round((unfit.percent * total) / 100), by('unfit', 0.4, 1.5));
  const vacant = by('vacant', 0.045, 0.115).map(Math.round);
  const features = ground.communes.map(({ code, name, shape }, i) => ({
    geometry: { type: 'MultiPolygon' as const, coordinates: shape },
    properties: {
      id: `log-${code}`,
      comm_insee: code,
      comm_nom: name,
      logements: dwellings[i]!,
      programmes: programmes[i]!,
      besoin_annuel: needs[i]!,
      anciens: old[i]!,
      indignes: poor[i]!,
      vacants: vacant[i]!,
      taux_vacance: Math.round((1000 * vacant[i]!) / dwellings[i]!) / 10,
    },
  }));
  return { id: 'logements_communes', features };
}
