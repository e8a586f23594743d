import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { capitalize, catchmentAt } from '../../shapes/catchments.ts';
import { findCommune, partsInside } from '../../shapes/commune.ts';
import { communeAt } from '../../shapes/commune-at.ts';
import { nearestOnLine, pointAlong, sliceLine } from '../../shapes/polyline.ts';
import { type RestorationPlan, readNatureFacts } from './nature-facts.ts';

/** Reaches of rivers by year of works: those of the restoration plans, and the banks restored in 2022 in eight communes. */
export function buildRestauration(ground: Ground): DemoLayer {
  const { restoration, banks } = readNatureFacts();
  const reaches = restoration.flatMap((plan) => reachesOf(ground, plan));
  const restored = banks.communes.map((code) => {
    const commune = findCommune(ground, code);
    const lines = ground.rivers.filter(({ kind }) => kind !== 'canal');
    const named = partsInside(
      commune,
      lines.filter(({ name }) => name !== '').map(({ line }) => line),
      30,
    );
    const parts =
      named.length > 0
        ? named
        : partsInside(
            commune,
            lines.map(({ line }) => line),
            30,
          );
    const line = middle(longest(parts), BANK_M);
    return {
      plan: 'Berges',
      line,
      year: banks.year,
      river: riverOf(ground, line),
      source: banks.source,
    };
  });
  const features = [...reaches, ...restored].map((reach, i): DemoFeature => {
    const commune = communeAt(ground, pointAlong(reach.line, lineLength(reach.line) / 2).point);
    return {
      geometry: { type: 'LineString', coordinates: reach.line },
      properties: {
        id: `RES-${String(i + 1).padStart(3, '0')}`,
        plan: reach.plan,
        comm_insee: commune?.code ?? null,
        comm_nom: commune?.name ?? null,
        cours_eau: reach.river,
        annee: reach.year,
        periode: reach.year === null ? 'à l’étude' : String(reach.year),
        travaux: worksOf(reach.plan, i),
        longueur_m: Math.round(lineLength(reach.line)),
        source: describeSource(reach.source),
      },
    };
  });
  return { id: 'restauration', features };
}

interface Reach {
  plan: string;
  line: Position[];
  year: number | null;
  river: string | null;
  source: string;
}

/** Reaches are about this long, metres. */
const REACH_M = 1500;
const BANK_M = 450;
const WORKS = [
  'renaturation de berges',
  'plantation d’hélophytes',
  'abreuvoirs et clôtures',
  'retrait d’embâcles',
];

/** The course of a plan cut into reaches, each of one of its years. */
function reachesOf(ground: Ground, plan: RestorationPlan): Reach[] {
  const course = courseOf(ground, plan);
  const count = Math.max(plan.years.length, Math.round(lineLength(course) / REACH_M));
  const step = lineLength(course) / count;
  return Array.from({ length: count }, (_, i) => ({
    plan: plan.plan,
    line: sliceLine(course, i * step, (i + 1) * step),
    year: plan.years[Math.floor((i * plan.years.length) / count)]!,
    river: plan.river ? capitalize(plan.river) : plan.plan,
    source: plan.source,
  }));
}

function courseOf(ground: Ground, { river, placed, catchments }: RestorationPlan): Position[] {
  if (river === null) {
    const brooks = ground.rivers.filter(({ name }) => name === '').map(({ line }) => line);
    return longest(partsInside(findCommune(ground, placed!), brooks, 30));
  }
  const { line } = ground.rivers.find(({ name }) => name === river)!;
  const inside = longest(clipLine(line, outlineSegments(ground.communes)));
  if (!catchments) return inside;
  const length = lineLength(inside);
  const steps = Math.round(length / 100);
  const own = Array.from({ length: steps + 1 }, (_, i) => (i * length) / steps).filter((along) =>
    catchments.includes(catchmentAt(ground, pointAlong(inside, along).point).code),
  );
  return sliceLine(inside, own[0]!, own.at(-1)!);
}

function longest(lines: Position[][]): Position[] {
  return lines.reduce((best, line) => (lineLength(line) > lineLength(best) ? line : best));
}

function middle(line: Position[], metres: number): Position[] {
  const spare = Math.max(0, lineLength(line) - metres) / 2;
  return sliceLine(line, spare, lineLength(line) - spare);
}

function riverOf(ground: Ground, line: Position[]): string | null {
  const at = pointAlong(line, lineLength(line) / 2).point;
  const near = ground.rivers
    .filter(({ name }) => name !== '')
    .find((river) => nearestOnLine(river.line, at).distance < 40);
  return near ? capitalize(near.name) : null;
}

function worksOf(plan: string, i: number): string {
  if (plan === 'Berges') return 'restauration de berges';
  return plan === 'Busnes' ? 'curage et renaturation de berges' : WORKS[i % WORKS.length]!;
}
