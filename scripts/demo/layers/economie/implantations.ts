import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { ringCentroid } from '../../ground/ring.ts';
import { numbered } from '../../numbered.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { layOutZones } from './activity-zones.ts';
import { readEconomy, type Settlement } from './economie-facts.ts';
import { type Plot, type PlotState, plotsOf } from './zone-plots.ts';

/**
 * The projects of companies that the documents count, one point each on a plot of the zone they name (one plot, one
 * project); which plot it is, and the area asked for where no document says it, are simulated.
 */
export function buildImplantations(ground: Ground): DemoLayer {
  const taken = new Set<Plot>();
  const features = readEconomy().settlements.flatMap((settlement, group) =>
    Array.from({ length: settlement.count }, (_, i): DemoFeature => {
      const seed = `settlement ${group} ${i}`;
      return {
        geometry: { type: 'Point', coordinates: placeOf(ground, settlement, taken, seed) },
        properties: propertiesOf(ground, settlement, seed),
      };
    }),
  );
  return { id: 'implantations', features: numbered(features, 'IMP', 3) };
}

/** States of the plots that suit a project, the likeliest first. */
const PLOTS: Record<Settlement['state'], PlotState[]> = {
  'à l’étude': ['réservé', 'libre', 'occupé'],
  'permis accordé': ['réservé', 'libre', 'occupé'],
  'terrain acquis': ['réservé', 'occupé'],
  'en travaux': ['occupé'],
  implanté: ['occupé'],
};
const [SMALLEST_M2, LARGEST_M2] = [1500, 9000];

function placeOf(
  ground: Ground,
  { site, commune, state }: Settlement,
  taken: Set<Plot>,
  seed: string,
): Position {
  const plots = plotsOf(ground).filter(
    (plot) => plot.zone.named?.name === site && site !== null && !taken.has(plot),
  );
  const rank = (plot: Plot) => {
    const place = PLOTS[state].indexOf(plot.state);
    return (place < 0 ? PLOTS[state].length : place) - (plot.isNew ? 0.5 : 0);
  };
  const plot = plots.sort((a, b) => rank(a) - rank(b))[0];
  if (!plot) return streetPlaces(ground, findCommune(ground, commune), 1, seed)[0]!;
  taken.add(plot);
  return ringCentroid(plot.shape[0]![0]!.slice(0, -1));
}

function propertiesOf(
  ground: Ground,
  { site, commune, state, label, areaM2, source }: Settlement,
  seed: string,
): DemoFeature['properties'] {
  const random = createRandom(seed);
  const zone = layOutZones(ground).find(({ named }) => named !== null && named.name === site);
  return {
    comm_insee: commune,
    comm_nom: findCommune(ground, commune).name,
    site_id: zone?.id ?? null,
    site_nom: zone?.name ?? null,
    intitule: label,
    etat: state,
    surface_demandee_m2: areaM2 ?? Math.round(random.between(SMALLEST_M2, LARGEST_M2) / 100) * 100,
    surface_publiee: areaM2 !== undefined,
    source: describeSource(source),
  };
}
