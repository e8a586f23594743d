import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { createRandom } from '../../random.ts';
import { readHousing } from './habitat-facts.ts';
import { layOutQuarters, type Quarter } from './quarters.ts';

/** The 16 quarters of the State (QPV); the means of their shares, by population, are the published ones. */
export function buildQpv(ground: Ground): DemoLayer {
  return { id: 'qpv', features: featuresOf(ground, 'qpv') };
}

/** The 9 quarters of the agglomeration (QIC). */
export function buildQic(ground: Ground): DemoLayer {
  return { id: 'qic', features: featuresOf(ground, 'qic') };
}

function featuresOf(ground: Ground, kind: Quarter['kind']): DemoFeature[] {
  const quarters = layOutQuarters(ground).filter((quarter) => quarter.kind === kind);
  const { quarterMeans: means } = readHousing();
  const young = spread(quarters, means.young, 4, ({ young }) => young);
  const alone = spread(quarters, means.alone, 5, ({ alone }) => alone);
  const employed = spread(quarters, means.employed, 4);
  const median = spread(quarters, means.medianEur, 90);
  const taxed = spread(quarters, means.taxed, 5);
  return quarters.map((quarter, i) => ({
    geometry: { type: 'MultiPolygon', coordinates: quarter.shape },
    properties: {
      code_qp: `${kind.toUpperCase()}-${String(i + 1).padStart(2, '0')}`,
      lib_qp: quarter.name,
      comm_insee: quarter.places[0]!.code,
      comm_nom: quarter.places[0]!.name,
      insee_com: quarter.places.map(({ code }) => code).join(', '),
      lib_com: quarter.places.map(({ name }) => name).join(', '),
      population: quarter.population,
      moins_25_pct: young[i]!,
      menages_1_pct: alone[i]!,
      taux_emploi: employed[i]!,
      revenu_median: Math.round(median[i]!),
      menages_imposes_pct: taxed[i]!,
      source: quarter.source ? describeSource(quarter.source) : 'Compté, non nommé',
    },
  }));
}

/** A value for each quarter, one decimal, `deviation` apart, whose mean by population is `mean`; `known` ones are kept. */
function spread(
  quarters: Quarter[],
  mean: number,
  deviation: number,
  known: (quarter: Quarter) => number | undefined = () => undefined,
): number[] {
  const values = quarters.map((quarter) => {
    const random = createRandom(`quarter ${quarter.name} ${mean}`);
    return known(quarter) ?? mean + deviation * Math.max(-1.6, Math.min(1.6, random.normal()));
  });
  const free = quarters.filter((quarter) => known(quarter) === undefined);
  const freeTotal = free.reduce((sum, { population }) => sum + population, 0);
  const excess = quarters.reduce((sum, q, i) => sum + q.population * (values[i]! - mean), 0);
  return values.map((value, i) => {
    const isKnown = known(quarters[i]!) !== undefined;
    return isKnown ? value : Math.round(10 * (value - excess / freeTotal)) / 10;
  });
}
