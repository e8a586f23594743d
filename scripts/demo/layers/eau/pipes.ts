import type { Position } from 'geojson';
import { oncePerGround } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { hashText } from '../../random.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { type Management, unitOf } from './distribution-units.ts';
import { type PipeStreet, pipeStreets } from './pipe-streets.ts';
import { isSewered } from './served-land.ts';

/** What a pipe carries. */
export type PipeKind = 'eau potable' | 'eaux usées' | 'unitaire' | 'eaux pluviales';

/** A pipe along one street. CC50 metres. */
export interface Pipe {
  street: PipeStreet;
  kind: PipeKind;
  management: Management;
  line: Position[];
}

/** Length of the rain-water sewers, km: the documents give none, so this one is simulated. */
const RAIN_WATER_KM = 540;
/** Communes whose old streets drain to one sewer for all water. */
const COMBINED = new Set([
  '62119',
  '62178',
  '62048',
  '62617',
  '62516',
  '62473',
  '62126',
  '62083',
  '62270',
  '62457',
  '62194',
  '62555',
  '62051',
  '62401',
  '62846',
]);

/**
 * The pipes of the territory, each kind as long in all as published: the streets nearest to each town take it until the
 * length is reached, the last one in part. Pipes of one street run side by side.
 */
export const layPipes = oncePerGround((ground: Ground): Pipe[] => {
  const streets = pipeStreets(ground);
  const units = unitOf(ground);
  const managementOf = ({ commune }: PipeStreet) => units.get(commune.code)!.management;
  const waterKm = publishedFigure('ind-079');
  const directKm = publishedFigure('ind-080');
  const combinedKm = publishedFigure('ind-100');
  const sewered = streets.filter(({ commune, middle }) => isSewered(commune, middle));
  const combined = fill(
    sewered.filter(({ commune }) => COMBINED.has(commune.code)),
    combinedKm,
  );
  const taken = new Set(combined.map(({ street }) => street));
  const separate = sewered.filter((street) => !taken.has(street));
  const waste = fill(separate, publishedFigure('ind-099') - combinedKm);
  const runs: [PipeKind, Run[]][] = [
    [
      'eau potable',
      fill(
        streets.filter((street) => managementOf(street) === 'régie'),
        directKm,
      ),
    ],
    [
      'eau potable',
      fill(
        streets.filter((street) => managementOf(street) !== 'régie'),
        waterKm - directKm,
      ),
    ],
    ['eaux usées', waste],
    ['unitaire', combined],
    ['eaux pluviales', fill(separate.filter(hasRainSewer), RAIN_WATER_KM)],
  ];
  return runs.flatMap(([kind, list]) =>
    list.map(({ street, line }) => ({
      street,
      kind,
      management:
        kind === 'eau potable'
          ? managementOf(street)
          : street.commune.code === BETHUNE
            ? 'régie'
            : 'délégation',
      line: shift(line, ASIDE_M[kind]),
    })),
  );
});

interface Run {
  street: PipeStreet;
  line: Position[];
}

/** The unit of Béthune is kept by the community itself (000:989-991). */
const BETHUNE = '62119';
/** Where pipes lie across the street, metres from its middle. */
const ASIDE_M: Record<PipeKind, number> = {
  'eau potable': -2,
  'eaux usées': 1,
  unitaire: 1,
  'eaux pluviales': 3,
};

function fill(streets: PipeStreet[], km: number): Run[] {
  let left = km * 1000;
  const runs: Run[] = [];
  for (const street of streets) {
    const metres = lineLength(street.line);
    if (metres >= left) {
      runs.push({ street, line: sliceLine(street.line, 0, left) });
      return runs;
    }
    runs.push({ street, line: street.line });
    left -= metres;
  }
  throw new RangeError(`streets are ${left} m short of ${km} km of pipes`);
}

function hasRainSewer({ name, middle }: PipeStreet): boolean {
  return hashText(`rain ${name} ${Math.round(middle[0]!)}`) % 10 < 8;
}

/** The line moved sideways as a whole, which keeps its length. */
function shift(line: Position[], metres: number): Position[] {
  const [a, b] = [line[0]!, line.at(-1)!];
  const chord = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!) || 1;
  const [dx, dy] = [(metres * (a[1]! - b[1]!)) / chord, (metres * (b[0]! - a[0]!)) / chord];
  return line.map(([x, y]) => [x! + dx, y! + dy]);
}
