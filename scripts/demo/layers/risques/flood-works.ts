import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { type Catchment, catchmentAt } from '../../shapes/catchments.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { blockIndex } from '../../shapes/open-land.ts';
import { type FloodWork, type NamedFloodWork, readFloodWorks } from './risques-facts.ts';

/** A work against floods where it stands, CC50 metres. */
export interface PlacedWork {
  id: string;
  name: string;
  work: FloodWork & Partial<NamedFloodWork>;
  commune: GroundCommune;
  catchment: Catchment;
  at: Position;
  /** Unit vector along the watercourse. */
  heading: Position;
  /** m³ that it holds back today; null when it stores nothing yet, or nothing at all. */
  volumeM3: number | null;
  /** m³ that it will add; null when it is finished or stores nothing. */
  plannedM3: number | null;
  /** The document that names it; null when it is simulated. */
  source: string | null;
}

/**
 * The works of `data/facts/flood-works.json`, each in its commune, beside its river or on a brook, away from houses. The
 * volumes of those that hold water add up exactly to the published one.
 */
export const floodWorks = oncePerGround((ground: Ground): PlacedWork[] => {
  const { works, simulated } = readFloodWorks();
  const all: (FloodWork & Partial<NamedFloodWork>)[] = [...works, ...simulated];
  const volumes = shareVolume(all);
  const placed: PlacedWork[] = [];
  all.forEach((work, i) => {
    const commune = findCommune(ground, work.commune);
    const id = `OUV-${String(i + 1).padStart(3, '0')}`;
    const { at, heading } = placeWork(ground, commune, work.river, id, placed);
    placed.push({
      id,
      name: work.name ?? nameOf(work.type, commune.name),
      work,
      commune,
      catchment: catchmentAt(ground, at),
      at,
      heading,
      volumeM3: volumes[i]!,
      plannedM3: plannedVolume(work, id),
      source: work.source ? describeSource(work.source) : null,
    });
  });
  return placed;
});

const TYPE_NAMES: Record<string, [name: string, mark: string]> = {
  bassin: ['Bassin de retenue', 'simulé'],
  'retenue collinaire': ['Retenue collinaire', 'simulée'],
  ZEC: ['ZEC', 'simulée'],
};
/** Volumes that are shared out are multiples of this, m³. */
const VOLUME_STEP_M3 = 100;
const STORING = ['ZEC', 'bassin', 'retenue collinaire'];
const STEP_M = 60;
const CLEAR_M = 700;

function nameOf(type: string, commune: string): string {
  const [name, mark] = TYPE_NAMES[type]!;
  return `${name} ${/^[AEÉIOU]/.test(commune) ? 'd’' : 'de '}${commune} (${mark})`;
}

/** The volume of each work: the one its document gives, or its share of what the published total leaves. */
function shareVolume(works: (FloodWork & Partial<NamedFloodWork>)[]): (number | null)[] {
  const given = works.reduce((sum, work) => sum + (work.volumeM3 ?? 0), 0);
  const rest = publishedFigure('ind-123') - given;
  const weights = works.map((work) => work.weight ?? 0);
  const shares = apportion(rest / VOLUME_STEP_M3, weights);
  return works.map(({ volumeM3, weight }, i) => {
    return volumeM3 ?? (weight ? shares[i]! * VOLUME_STEP_M3 : null);
  });
}

function plannedVolume({ state, type }: FloodWork, id: string): number | null {
  if (state === 'achevé' || !STORING.includes(type)) return null;
  const random = createRandom(`planned ${id}`);
  const [low, high] = type === 'ZEC' ? [24, 70] : [6, 15];
  return random.integer(low!, high!) * 1000;
}

/** A point of the river (or of a brook) in the commune: open land around it, far from other works. */
function placeWork(
  ground: Ground,
  commune: GroundCommune,
  river: string | null,
  id: string,
  others: PlacedWork[],
): { at: Position; heading: Position } {
  const random = createRandom(`work ${id}`);
  const lines = ground.rivers
    .filter(({ name, kind }) => (river ? name === river : kind !== 'canal'))
    .map(({ line }) => line);
  const spots = partsInside(commune, lines, STEP_M).flatMap((part) =>
    part.slice(1).map((at, i) => ({ at, heading: directionOf(part[i]!, at) })),
  );
  const { at: isBlock } = blockIndex(ground);
  const ranked = spots.map((spot) => ({
    ...spot,
    rank: openness(spot.at, commune.code, isBlock) + crowding(spot.at, others) + random.next(),
  }));
  const best = ranked.sort((a, b) => a.rank - b.rank)[0];
  return best ?? { at: commune.centre, heading: [1, 0] };
}

/** How much of the surroundings is built up or in another commune: 0 (none) to 8 (all). */
function openness(
  [x, y]: Position,
  commune: string,
  blockAt: ReturnType<typeof blockIndex>['at'],
): number {
  let closed = 0;
  for (let i = 0; i < 8; i++) {
    const angle = (Math.PI * i) / 4;
    const block = blockAt([x! + 150 * Math.cos(angle), y! + 150 * Math.sin(angle)]);
    if (!block || block.commune !== commune || ['bâti', 'activité'].includes(block.cover)) closed++;
  }
  return closed;
}

function crowding(at: Position, others: PlacedWork[]): number {
  return others.some((other) => distance(other.at, at) < CLEAR_M) ? 20 : 0;
}

function directionOf(from: Position, to: Position): Position {
  const length = distance(from, to) || 1;
  return [(to[0]! - from[0]!) / length, (to[1]! - from[1]!) / length];
}
