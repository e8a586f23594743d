import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';

/** Communes whose account was never opened, among the least populated; simulated. */
const WITHOUT = 13;

/** The 246 municipal accounts of the map portal by commune, and how much they were used; the shares are simulated. */
export function buildComptesPortail({ communes }: Ground): DemoLayer {
  const random = createRandom('comptes portail');
  const without = new Set(
    communes
      .map(({ code, population }) => ({ code, rank: population * random.between(0.4, 1.6) }))
      .sort((a, b) => a.rank - b.rank)
      .slice(0, WITHOUT)
      .map(({ code }) => code),
  );
  const open = communes.filter(({ code }) => !without.has(code));
  const more = apportion(
    publishedFigure('ind-015') - open.length,
    open.map(({ population }) => Math.sqrt(population) * random.between(0.6, 1.4)),
  );
  const accounts = new Map(open.map(({ code }, index) => [code, 1 + more[index]!]));
  const features = communes.map(({ code, name, shape, population }) => {
    const comptes = accounts.get(code) ?? 0;
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        comm_insee: code,
        comm_nom: name,
        comptes,
        actifs: Math.round(comptes * random.between(0.4, 1)),
        connexions: Math.round(comptes * random.between(4, 60)),
        population,
      },
    };
  });
  return { id: 'comptes_portail', features };
}
