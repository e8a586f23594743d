import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { closeRing, distance, ringArea, ringCentroid } from '../../ground/ring.ts';
import { findCommune } from '../../shapes/commune.ts';
import { cutToArea } from '../../shapes/cut-to-area.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { buildMutationsFoncieres } from '../foncier/mutations-foncieres.ts';
import { readPlanning } from './urbanisme-facts.ts';

/**
 * The procedures that adjust a plan of a commune, as the report of 2024 gives them. The footprint of each is simulated;
 * that of a recycling centre is the land bought for it.
 */
export function buildProceduresPlu(ground: Ground): DemoLayer {
  const features = readPlanning().procedures.map(({ commune: code, object, stage, source }, i) => {
    const commune = findCommune(ground, code);
    const shape =
      object === 'Déchetterie' ? boughtFor(ground, code) : openLand(ground, commune, AREAS_M2[i]!);
    const areaM2 = shape.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        id: `proc-${code}`,
        comm_insee: code,
        comm_nom: commune.name,
        type: 'ajustement du PLU communal',
        objet: object,
        etape: stage,
        date: '2024',
        surface_ha: Math.round(areaM2 / 100) / 100,
        source: describeSource(source),
      },
    };
  });
  return { id: 'procedures_plu', features };
}

/** Simulated, in the order of the facts. */
const AREAS_M2 = [24_000, 15_000, 0, 31_000, 18_000, 0];
/** Land e times too large is as bad as land so much farther. */
const EXCESS_M = 2000;

function boughtFor(ground: Ground, code: string): Position[][][] {
  const bought = buildMutationsFoncieres(ground).features.find(
    ({ properties }) => properties.comm_insee === code && properties.usage === 'déchetterie',
  )!.geometry;
  return bought?.type === 'MultiPolygon' ? bought.coordinates : [];
}

/** Open land by the town, not much larger than an area, cut to it. */
function openLand(ground: Ground, { code, centre }: GroundCommune, areaM2: number): Position[][][] {
  const misfit = ({ ring }: GroundBlock) =>
    distance(ringCentroid(ring), centre) + EXCESS_M * Math.log(ringArea(ring) / areaM2);
  const { ring } = ground.blocks
    .filter(({ commune, cover, ring }) => {
      return commune === code && cover !== 'bâti' && cover !== 'eau' && ringArea(ring) > areaM2;
    })
    .reduce((a, b) => (misfit(b) < misfit(a) ? b : a));
  return cutToArea([closeRing(ring)], areaM2);
}
