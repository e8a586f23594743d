import type { Position } from 'geojson';
import { type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { crossings } from '../../shapes/crossings.ts';
import { type MobilityFacts, readMobility } from './mobilite-facts.ts';

/** A motorway access, CC50 metres. */
export type Interchange = MobilityFacts['interchanges'][number] & { point: Position };

/** The accesses to the motorway, where a main road crosses it nearest to the town they serve. */
export function buildEchangeurs(ground: Ground): DemoLayer {
  const features = interchangesOf(ground).map(({ name, commune, motorway, point, source }, i) => ({
    geometry: { type: 'Point' as const, coordinates: point },
    properties: {
      id: `EC${i + 1}`,
      comm_insee: communeAt(ground, point)?.code ?? commune,
      comm_nom: communeAt(ground, point)?.name ?? findCommune(ground, commune).name,
      nom: name,
      autoroute: motorway,
      dessert: findCommune(ground, commune).name,
      source: source === null ? 'Réseau autoroutier national' : describeSource(source),
    },
  }));
  return { id: 'echangeurs', features };
}

/** The motorway access nearest to a position, as the crow flies. */
export function nearestInterchange(ground: Ground, position: Position): Interchange {
  return interchangesOf(ground).reduce((best, interchange) =>
    distance(interchange.point, position) < distance(best.point, position) ? interchange : best,
  );
}

const interchangesOf = oncePerGround((ground: Ground): Interchange[] => {
  const line = (kinds: string[]) =>
    ground.roads.filter(({ kind }) => kinds.includes(kind)).map((road) => road.line);
  const found = crossings(line(['principale', 'secondaire']), line(['autoroute']), APART_M)
    .map(({ point }) => point)
    .filter((point) => communeAt(ground, point) !== null);
  return readMobility().interchanges.map((interchange) => {
    const { centre } = findCommune(ground, interchange.commune);
    const point = found.reduce((best, candidate) =>
      distance(candidate, centre) < distance(best, centre) ? candidate : best,
    );
    return { ...interchange, point };
  });
});

const APART_M = 50;
