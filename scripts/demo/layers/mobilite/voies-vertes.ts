import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { offsetLine } from '../../shapes/offset-line.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { numberedRoutes } from './itineraires-cyclables.ts';

/**
 * The greenway of the canal d'Aire, and towpaths of the other bank up to the published kilometres of towpath in all
 * (planar, CC50). Which bank is paved, and where the towpaths begin and end, is simulated.
 */
export function buildVoiesVertes(ground: Ground): DemoLayer {
  const routes = numberedRoutes(ground).filter(({ route }) => route.named?.on === 'canal');
  const greenway = routes.map(({ route }) => ({
    nom: `Voie verte du canal d’Aire, ${route.from.name} – ${route.to.name}`,
    type: 'voie verte',
    line: route.line,
    revetement: 'LISSE',
    source: describeSource(route.named!.source),
  }));
  let left =
    publishedFigure(TOWPATH_KM) * 1000 -
    greenway.reduce((sum, { line }) => sum + lineLength(line), 0);
  const towpaths = routes.flatMap(({ route }) => {
    const bank = offsetLine(route.line, OTHER_BANK_M);
    const metres = Math.min(left, lineLength(bank));
    left -= metres;
    const row = {
      nom: `Chemin de halage, rive droite, ${route.from.name} – ${route.to.name}`,
      type: 'chemin de halage',
      line: sliceLine(bank, 0, metres) as Position[],
      revetement: 'MEUBLE',
      source: 'Tracé simulé',
    };
    return metres > 0 ? [row] : [];
  });
  const features = [...greenway, ...towpaths].map(({ line, ...row }, i) => ({
    geometry: { type: 'LineString' as const, coordinates: line },
    properties: {
      id: `VV${String(i + 1).padStart(2, '0')}`,
      ...row,
      longueur_km: Number((lineLength(line) / 1000).toFixed(3)),
    },
  }));
  return { id: 'voies_vertes', features };
}

/** Indicator: kilometres of towpath. */
const TOWPATH_KM = 'ind-182';
const OTHER_BANK_M = -24;
