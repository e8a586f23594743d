import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { closeRing, distance } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { polygonArea, polygonContains, ringCentre, shapeContains } from '../../shapes/polygon.ts';
import { blocksOf } from '../../shapes/sectors.ts';
import { type DistributionUnit, servedAreas, UNITS } from './distribution-units.ts';
import { WATER_FACTS } from './eau-facts.ts';

/** State of the declaration of public utility that protects a catchment. */
export type DupState = 'achevée' | 'en cours' | 'à engager';

/** Wells close to one another that share their protection perimeters. CC50 metres. */
export interface WellField {
  unit: DistributionUnit;
  commune: GroundCommune;
  wells: Position[];
  dup: DupState;
  /** What the documents say of it, or null. */
  aim: string | null;
  source: string;
}

/** One field of wells for each unit of distribution, in the fields of its seat; as many wells in all as published. */
export const wellFields = oncePerGround((ground: Ground): WellField[] => {
  const wells = apportion(publishedFigure('ind-072') - 2 * UNITS.length, weights(ground));
  return UNITS.map((unit, i) => {
    const commune = findCommune(ground, unit.seat);
    const named = WATER_FACTS.wellFields.find((field) => field.commune === unit.seat);
    return {
      unit,
      commune,
      wells: drillWells(ground, commune, 2 + wells[i]!),
      dup: named ? 'en cours' : NOT_BEGUN.has(unit.seat) ? 'à engager' : 'achevée',
      aim: named?.aim ?? null,
      source: named ? describeSource(named.source) : 'Captage simulé',
    };
  });
});

/** Seats of simulated catchments without a declaration of public utility. */
const NOT_BEGUN = new Set(['62252', '62269']);
const SPACING_M = 70;
/** Wells lie about so far from the town, metres. */
const AWAY_M = 1200;

function weights(ground: Ground): number[] {
  return UNITS.map((unit) =>
    servedAreas(ground)
      .filter((area) => area.unit === unit)
      .reduce((sum, { subscribers }) => sum + subscribers, 0),
  );
}

/** Points near the middle of the commune's fields, from the one that lies best outwards. */
function drillWells(ground: Ground, commune: GroundCommune, count: number): Position[] {
  const random = createRandom(`wells ${commune.code}`);
  const fields = (blocksOf(ground).get(commune.code) ?? [])
    .filter(isField)
    .map(({ ring }) => ({ ring: closeRing(ring), centre: ringCentre(closeRing(ring)) }))
    .filter(({ ring, centre }) => polygonContains([ring], centre))
    .map(({ centre }) => centre)
    .sort((a, b) => misfit(a, commune) - misfit(b, commune));
  const first = fields[0] ?? commune.centre;
  const wells: Position[] = [];
  for (const centre of fields.sort((a, b) => distance(a, first) - distance(b, first))) {
    if (wells.length === count) break;
    const [x, y] = centre as [number, number];
    const well = [x + random.between(-12, 12), y + random.between(-12, 12)];
    const isApart = wells.every((other) => distance(other, well) >= SPACING_M);
    if (isApart && shapeContains(commune.shape, well)) wells.push(well);
  }
  return wells;
}

function isField({ cover, ring }: GroundBlock): boolean {
  return (cover === 'culture' || cover === 'prairie') && polygonArea([closeRing(ring)]) > 6000;
}

function misfit(centre: Position, commune: GroundCommune): number {
  return Math.abs(distance(centre, commune.centre) - AWAY_M);
}
