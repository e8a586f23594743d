import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import { describeSource, readStations, type Station } from '../../facts.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { nearestOnLine } from '../../shapes/polyline.ts';

/** A station on the simulated tracks. */
export interface PlacedStation {
  station: Station;
  commune: GroundCommune;
  point: Position;
  /** Name of the rail line it stands on, or null where the ground has none in the commune. */
  line: string | null;
}

/** The stations of the territory as points, each in its real commune on the simulated tracks. */
export function buildGares(ground: Ground): DemoLayer {
  const features = placeStations(ground).map(({ station, commune, point, line }, i) => ({
    geometry: { type: 'Point' as const, coordinates: point },
    properties: {
      id: `G${String(i + 1).padStart(2, '0')}`,
      libelle: station.name,
      voyageurs: station.passengers,
      fret: station.freight,
      ligne: line,
      comm_nom: commune.name,
      comm_insee: commune.code,
      source: station.source === null ? null : describeSource(station.source),
    },
  }));
  return { id: 'gares', features };
}

/** Where each station stands: where the tracks pass nearest to the town, a freight station nearest to the canal. */
export function placeStations(ground: Ground): PlacedStation[] {
  const canals = ground.rivers.filter((river) => river.kind === 'canal');
  return readStations().map((station) => {
    const commune = findCommune(ground, station.commune);
    const away = (point: Position) =>
      station.passengers || canals.length === 0
        ? distance(point, commune.centre)
        : Math.min(...canals.map((canal) => nearestOnLine(canal.line, point).distance));
    const candidates = ground.rails.flatMap(({ name, line }) =>
      partsInside(commune, [line], STEP_M).flatMap((part) =>
        part.map((point) => ({ point, line: name, away: away(point) })),
      ),
    );
    candidates.sort((a, b) => a.away - b.away);
    const { point, line } = candidates[0] ?? { point: commune.centre, line: null };
    return { station, commune, point, line };
  });
}

const STEP_M = 25;
