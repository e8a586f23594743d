import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { ofPlace } from '../../of-place.ts';
import { publishedFigure } from '../../published-figures.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { WATER_FACTS } from './eau-facts.ts';

/** A sewage works beside a watercourse of its commune. CC50 metres. */
export interface SewageWorks {
  name: string;
  kind: 'station d’épuration' | 'lagunage' | 'microstation';
  commune: GroundCommune;
  point: Position;
  /** Name of the watercourse that it flows to, or null where none is named. */
  river: string | null;
  state: string;
  /** Population equivalents. */
  capacity: number;
  note: string | null;
  source: string;
}

/** The works that the documents name, then simulated ones up to the published number of each kind in service. */
export const sewageWorks = oncePerGround((ground: Ground): SewageWorks[] => {
  const named = WATER_FACTS.sewageWorks.map((works): SewageWorks => {
    const commune = findCommune(ground, works.commune);
    return {
      ...bankOf(ground, commune),
      name: `Station d’épuration ${ofPlace(works.name)}`,
      kind: 'station d’épuration',
      commune,
      state: works.state,
      capacity: works.capacity ?? capacityFor(commune),
      note: works.note,
      source: describeSource(works.source),
    };
  });
  const taken = new Set(named.map(({ commune }) => commune.code));
  const inService = named.filter(({ state }) => state === 'en service').length;
  const free = ground.communes
    .filter(({ code }) => !taken.has(code))
    .sort((a, b) => b.population - a.population);
  const kinds: [SewageWorks['kind'], string, number, GroundCommune[]][] = [
    ['station d’épuration', 'Station d’épuration', publishedFigure('ind-101') - inService, free],
    [
      'lagunage',
      'Lagunage',
      publishedFigure('ind-102'),
      free.filter(({ population }) => population < 1400),
    ],
    [
      'microstation',
      'Microstation',
      publishedFigure('ind-103'),
      free.filter(({ population }) => population < 800),
    ],
  ];
  const simulated = kinds.flatMap(([kind, label, count, communes]) =>
    spread(
      communes.filter(({ code }) => !taken.has(code)),
      count,
    ).map((commune): SewageWorks => {
      taken.add(commune.code);
      return {
        ...bankOf(ground, commune),
        name: `${label} ${ofPlace(commune.name)}`,
        kind,
        commune,
        state: 'en service',
        capacity:
          kind === 'microstation' ? 20 + (commune.population % 9) * 20 : capacityFor(commune),
        note: null,
        source: 'Ouvrage simulé',
      };
    }),
  );
  return [...named, ...simulated];
});

/** The largest communes first, none nearer than `APART_M` to another that was taken while there is room. */
function spread(communes: GroundCommune[], count: number): GroundCommune[] {
  const chosen: GroundCommune[] = [];
  for (const apart of [APART_M, 0]) {
    for (const commune of communes) {
      if (chosen.length === count) return chosen;
      const isFar = chosen.every((other) => distance(other.centre, commune.centre) >= apart);
      if (isFar && !chosen.includes(commune)) chosen.push(commune);
    }
  }
  return chosen;
}

const APART_M = 3500;
const STEP_M = 60;
/** Works stand about so far from the town, and so far from the water, metres. */
const [AWAY_M, ASIDE_M] = [900, 35];

function capacityFor({ population }: GroundCommune): number {
  return Math.max(300, Math.round((population * 1.6) / 100) * 100);
}

/** A place beside a watercourse of the commune, about `AWAY_M` from the town. */
function bankOf(ground: Ground, commune: GroundCommune): { point: Position; river: string | null } {
  const banks = ground.rivers
    .filter(({ kind }) => kind !== 'fossé')
    .flatMap(({ name, line }) =>
      partsInside(commune, [line], STEP_M).flatMap((part) =>
        part.slice(1, -1).map((point, i) => ({
          point: beside(part[i]!, point),
          river: name === '' ? null : name,
          misfit: Math.abs(distance(point, commune.centre) - AWAY_M) + (name === '' ? 400 : 0),
        })),
      ),
    )
    .filter(({ point }) => shapeContains(commune.shape, point))
    .sort((a, b) => a.misfit - b.misfit);
  const [x, y] = commune.centre as [number, number];
  return banks[0] ?? { point: [x + 180, y - 160], river: null };
}

function beside(before: Position, point: Position): Position {
  const length = distance(before, point) || 1;
  return [
    point[0]! - (ASIDE_M * (point[1]! - before[1]!)) / length,
    point[1]! + (ASIDE_M * (point[0]! - before[0]!)) / length,
  ];
}
