import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundRoad } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { numbered } from '../../numbered.ts';
import { createRandom } from '../../random.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { crossings } from '../../shapes/crossings.ts';

/**
 * The breaks that a cyclist or a walker meets: where a street or road crosses a rail line, the canal, the motorway or a
 * main road. Computed from the simulated courses; how each is crossed is simulated.
 */
export function buildCoupures(ground: Ground): DemoLayer {
  const kept: Position[] = [];
  const features = obstaclesOf(ground).flatMap(({ type, names, lines, roads }) =>
    crossings(
      roads.map(({ line }) => line),
      lines,
      APART_M,
    ).flatMap(({ point, line, other }) => {
      const commune = communeAt(ground, point);
      if (!commune || kept.some((place) => distance(place, point) < APART_M)) return [];
      kept.push(point);
      const random = createRandom(`break ${Math.round(point[0]!)} ${Math.round(point[1]!)}`);
      const [passage, trouble] = passageOf(type, random.next());
      const properties = {
        comm_insee: commune.code,
        comm_nom: commune.name,
        type,
        obstacle: names[other]!,
        voie: roads[line]!.name || null,
        franchissement: passage,
        gene: trouble,
      };
      return [{ geometry: { type: 'Point' as const, coordinates: point }, properties }];
    }),
  );
  return { id: 'coupures', features: numbered(features, 'CP', 4) };
}

type BreakType = 'voie ferrée' | 'canal' | 'autoroute' | 'route principale';

interface Obstacle {
  type: BreakType;
  names: string[];
  lines: Position[][];
  /** The roads that cross it. */
  roads: GroundRoad[];
}

const APART_M = 25;

function obstaclesOf({ roads, rails, rivers }: Ground): Obstacle[] {
  const streets = roads.filter(({ kind }) => kind !== 'autoroute');
  const minor = roads.filter(({ kind }) => kind === 'secondaire');
  const obstacle = (
    type: BreakType,
    barriers: { name: string; line: Position[] }[],
    crossedBy: GroundRoad[],
  ): Obstacle => ({
    type,
    names: barriers.map(({ name }) => name),
    lines: barriers.map(({ line }) => line),
    roads: crossedBy,
  });
  return [
    obstacle('voie ferrée', rails, streets),
    obstacle(
      'canal',
      rivers.filter(({ kind }) => kind === 'canal'),
      streets,
    ),
    obstacle(
      'autoroute',
      roads.filter(({ kind }) => kind === 'autoroute'),
      streets,
    ),
    obstacle(
      'route principale',
      roads.filter(({ kind }) => kind === 'principale'),
      minor,
    ),
  ];
}

/** How a break is crossed, and how much of a trouble it is: 1 little, 2 some, 3 much. */
function passageOf(type: BreakType, chance: number): [string, number] {
  if (type === 'voie ferrée') return chance < 0.65 ? ['passage à niveau', 3] : ['pont', 2];
  if (type === 'canal') return chance < 0.7 ? ['pont', 2] : ['pont étroit', 3];
  if (type === 'autoroute') return ['pont', 2];
  return chance < 0.4 ? ['carrefour à feux', 1] : ['carrefour sans aménagement', 2];
}
