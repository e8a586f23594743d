import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { distance } from '../../ground/ring.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { joinStreets } from '../../shapes/join-streets.ts';
import { offsetLine } from '../../shapes/offset-line.ts';
import { nearestInterchange } from '../mobilite/echangeurs.ts';
import { linesToGeometry } from '../risques/cours-eau.ts';

/**
 * Roads, streets and the towpaths of canals inside the territory, motorways first, so that the file draws from the widest to
 * the narrowest. They have a vertex in common wherever they meet, but for the motorway, which other roads pass over and
 * join at its interchanges: the layer is a network.
 */
export function buildVoirie(ground: Ground): DemoLayer {
  const ways = waysOf(ground);
  const parts = ways.flatMap((way, number) => way.parts.map((line) => ({ number, line })));
  const isMotorway = (part: number) => ways[parts[part]!.number]!.kind === 'autoroute';
  const joined = joinStreets(
    parts.map(({ line }) => line),
    (a, b, at) =>
      isMotorway(a) === isMotorway(b) ||
      distance(nearestInterchange(ground, at).point, at) < INTERCHANGE_REACH_M,
  );
  const lines = ways.map((): Position[][] => []);
  parts.forEach(({ number }, part) => {
    lines[number]!.push(joined[part]!);
  });
  const features = ways.map(({ name, kind }, index) => ({
    geometry: linesToGeometry(lines[index]!),
    properties: {
      id: `VO${String(index + 1).padStart(6, '0')}`,
      nom: name === '' ? null : name,
      nature: kind,
    },
  }));
  return { id: 'voirie', features: features.filter((feature) => feature.geometry !== null) };
}

const KINDS = ['autoroute', 'principale', 'secondaire', 'locale'] as const;
const INTERCHANGE_REACH_M = 60;
/** From the middle of a canal to the path beside it. */
const TOWPATH_M = 14;

interface Way {
  name: string;
  kind: string;
  parts: Position[][];
}

function waysOf({ roads, rivers, communes }: Ground): Way[] {
  const outline = outlineSegments(communes);
  const sorted = KINDS.flatMap((kind) => roads.filter((road) => road.kind === kind));
  const streets = sorted.map(({ name, kind, line }) => ({
    name,
    kind,
    parts: kind === 'locale' ? [line] : clipLine(line, outline),
  }));
  const towpaths = rivers
    .filter(({ kind }) => kind === 'canal')
    .map(({ name, line }) => ({
      name: `Chemin de halage du ${name}`,
      kind: 'voie verte',
      parts: clipLine(offsetLine(line, TOWPATH_M), outline),
    }));
  return [...streets, ...towpaths];
}
