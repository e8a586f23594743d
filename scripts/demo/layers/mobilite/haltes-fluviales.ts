import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestOnLine, pointAlong } from '../../shapes/polyline.ts';
import { readMobility } from './mobilite-facts.ts';

/** The places for boats that the documents name, on the canal where it passes nearest to the town. */
export function buildHaltesFluviales(ground: Ground): DemoLayer {
  const canals = ground.rivers.filter(({ kind }) => kind === 'canal').map(({ line }) => line);
  const features = readMobility().moorings.map((mooring, i) => {
    const commune = findCommune(ground, mooring.commune);
    return {
      geometry: {
        type: 'Point' as const,
        coordinates: bankPoint(canals, commune.centre, APART_M * i),
      },
      properties: {
        id: `HF${i + 1}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        nom: mooring.name,
        type: mooring.kind,
        etat: mooring.state,
        bateaux: mooring.boats,
        places_parking: mooring.parking,
        source: describeSource(mooring.source),
      },
    };
  });
  return { id: 'haltes_fluviales', features };
}

const BANK_M = 22;
const APART_M = 140;

/** A point of the bank of the nearest canal, `shift` metres along from the nearest place. */
function bankPoint(canals: Position[][], centre: Position, shift: number): Position {
  const canal = canals.reduce((best, line) =>
    nearestOnLine(line, centre).distance < nearestOnLine(best, centre).distance ? line : best,
  );
  const { point, heading } = pointAlong(canal, nearestOnLine(canal, centre).along + shift);
  return [point[0]! - BANK_M * heading[1]!, point[1]! + BANK_M * heading[0]!];
}
