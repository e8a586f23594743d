import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { ringCentroid } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { sharePlaces } from '../../shapes/seats.ts';
import { readEconomy } from './economie-facts.ts';
import { plotsOf } from './zone-plots.ts';

/**
 * The incubators that the documents name, in their zone where they name it, and as many simulated business centres as
 * the published count of both wants. The tenants of the incubators add up to the published figure.
 */
export function buildPepinieres(ground: Ground): DemoLayer {
  const named = readEconomy().incubators;
  const tenants = apportion(
    publishedFigure(TENANTS),
    named.map(({ name }) => 0.6 + createRandom(name).next()),
  );
  const held = new Map(named.map(({ commune }) => [commune, 1]));
  const others = sharePlaces(ground.communes, publishedFigure(ALL) - named.length, held);
  const features = [
    ...named.map(({ name, commune, site, source }, i) => {
      const place = findCommune(ground, commune);
      const point = plotPoint(ground, site) ?? streetPlaces(ground, place, 1, name)[0]!;
      const row = { nom: name, nature: 'pépinière', locataires: tenants[i]! };
      return featureOf(point, place, { ...row, site_nom: site, source: describeSource(source) });
    }),
    ...others.map((code) => {
      const place = findCommune(ground, code);
      const [point] = streetPlaces(ground, place, 1, 'business centre', { central: 0.3 });
      const row = { nom: `Hôtel d’entreprises de ${place.name}`, nature: 'hôtel d’entreprises' };
      return featureOf(point!, place, {
        ...row,
        locataires: null,
        site_nom: null,
        source: SIMULATED,
      });
    }),
  ];
  return {
    id: 'pepinieres',
    features: features.map(({ geometry, properties }, i) => ({
      geometry,
      properties: { id: `PEP${String(i + 1).padStart(2, '0')}`, ...properties },
    })),
  };
}

/** Indicators: incubators and business centres, tenants of the incubators. */
const [ALL, TENANTS] = ['ind-311', 'ind-313'];
const SIMULATED = 'Site simulé';

/** Middle of the largest occupied plot of a zone. */
function plotPoint(ground: Ground, site: string | null): Position | null {
  const plots = plotsOf(ground)
    .filter(({ zone, state }) => site !== null && zone.named?.name === site && state === 'occupé')
    .sort((a, b) => b.areaM2 - a.areaM2);
  return plots[0] ? ringCentroid(plots[0].shape[0]![0]!.slice(0, -1)) : null;
}

function featureOf(
  point: Position,
  { code, name }: GroundCommune,
  row: Record<string, string | number | null>,
) {
  return {
    geometry: { type: 'Point' as const, coordinates: point },
    properties: { comm_insee: code, comm_nom: name, ...row },
  };
}
