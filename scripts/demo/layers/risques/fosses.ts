import type { Position } from 'geojson';
import { type DemoFeature, type DemoLayer, oncePerGround } from '../../demo-layer.ts';
import { describeSource } from '../../facts.ts';
import { flatness } from '../../ground/ditches.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { clipLine, outlineSegments } from '../../ground/territory-outline.ts';
import { createRandom } from '../../random.ts';
import { findCommune } from '../../shapes/commune.ts';
import { boxOf } from '../../shapes/polygon.ts';
import { readDitchPlans } from './risques-facts.ts';

/**
 * Ditches of the Bas-Pays, one by one, cut at the limits of communes: in the twelve communes of the repair begun in 2022
 * and in the twenty of the declaration of general interest, which together are the thirty-two of the survey.
 */
export function buildFosses(ground: Ground): DemoLayer {
  const plans = readDitchPlans();
  const parts = surveyedCommunes(ground).flatMap((commune) =>
    ditchesIn(ground, commune).map((line) => ({ commune, line })),
  );
  const urgent = urgentDitches(parts.map(({ line }) => line));
  const features = parts.map(({ commune, line }, i): DemoFeature => {
    const isRepaired = plans.repaired.includes(commune.code);
    const source = isRepaired ? plans.repairedSource : plans.declaredSource;
    return {
      geometry: { type: 'LineString', coordinates: line },
      properties: {
        id: `FOS-${String(i + 1).padStart(4, '0')}`,
        comm_insee: commune.code,
        comm_nom: commune.name,
        plan: isRepaired ? 'remise en état 2022' : 'DIG 2024',
        ...workOn(i, isRepaired, urgent.has(i)),
        longueur_m: Math.round(lineLength(line)),
        source: describeSource(source),
      },
    };
  });
  return { id: 'fosses', features };
}

/** The communes of the survey: those that the documents name, then the flattest that have ditches. */
const surveyedCommunes = oncePerGround((ground: Ground): GroundCommune[] => {
  const { repaired, surveyed } = readDitchPlans();
  const named = repaired.map((code) => findCommune(ground, code));
  const lengthOf = (commune: GroundCommune) =>
    ditchesIn(ground, commune).reduce((sum, line) => sum + lineLength(line), 0);
  const others = ground.communes
    .filter(({ code, centre }) => !repaired.includes(code) && flatness(centre) > LOWLAND)
    .map((commune) => ({ commune, metres: lengthOf(commune) }))
    .sort((a, b) => b.metres - a.metres);
  return [...named, ...others.slice(0, surveyed - named.length).map(({ commune }) => commune)];
});

const LOWLAND = 0.95;
const SHORTEST_M = 60;
/** "Une vingtaine de fossés" worked on after the floods (000:1169). */
const URGENT = 20;

function ditchesIn(ground: Ground, commune: GroundCommune): Position[][] {
  const outline = outlineSegments([commune]);
  const box = boxOf(commune.shape.flat(2));
  return ground.rivers
    .filter(({ name, line }) => name === '' && meet(boxOf(line), box))
    .flatMap(({ line }) => clipLine(line, outline))
    .filter((part) => lineLength(part) >= SHORTEST_M);
}

function meet(a: number[], b: number[]): boolean {
  return a[0]! <= b[2]! && b[0]! <= a[2]! && a[1]! <= b[3]! && b[1]! <= a[3]!;
}

function urgentDitches(lines: Position[][]): Set<number> {
  const ranked = lines
    .map((_, i) => ({ i, draw: createRandom(`urgent ditch ${i}`).next() }))
    .sort((a, b) => a.draw - b.draw);
  return new Set(ranked.slice(0, URGENT).map(({ i }) => i));
}

/** State, year of the last clearing and year of the next. */
function workOn(i: number, isRepaired: boolean, isUrgent: boolean): DemoFeature['properties'] {
  const random = createRandom(`ditch ${i}`);
  const [state, kind] = [random.next(), random.next()];
  if (isUrgent) {
    return { etat: 'curé', curage_annee: 2024, curage_prevu: null, urgence_2024: true };
  }
  if (state < (isRepaired ? 0.78 : 0.12)) {
    const year = isRepaired ? random.integer(2022, 2023) : random.integer(2020, 2022);
    return { etat: 'curé', curage_annee: year, curage_prevu: null, urgence_2024: false };
  }
  return {
    etat: kind < 0.7 ? 'à curer' : 'encombré',
    curage_annee: kind < 0.5 ? random.integer(2009, 2018) : null,
    curage_prevu: isRepaired ? random.integer(2025, 2026) : random.integer(2026, 2029),
    urgence_2024: false,
  };
}
