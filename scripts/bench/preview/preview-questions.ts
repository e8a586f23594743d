import type { Condition, Question } from '../../../src/domain/question.ts';
import { createRandom } from '../../demo/random.ts';

/** A question being written: what stood there, which the engine answered already, and the same with one condition more. */
export interface PreviewStep {
  before: Question;
  after: Question;
  /** The condition added, in short. */
  added: string;
}

/** What is measured, in the order of the table. */
export const PREVIEW_WORKS = ['attribute', 'attribute after a relation', 'distance'] as const;

/** One of `PREVIEW_WORKS`. */
export type PreviewWork = (typeof PREVIEW_WORKS)[number];

/** The most that the median may be, in milliseconds. */
export const PREVIEW_TARGETS_MS: Record<PreviewWork, number> = {
  attribute: 500,
  'attribute after a relation': 500,
  distance: 1500,
};

/** Layers that distances are asked to, from 13 points to 103 000 buildings. */
export const DISTANCE_LAYERS = [
  'gares',
  'ppr',
  'cours_eau',
  'zae',
  'zone_urba',
  'equipements',
  'voirie',
  'occupation_sol',
  'batiments',
] as const;

/** `count` steps of each work over the parcels, the same for the same seed; no condition twice. */
export function createSteps(work: PreviewWork, count: number, seed: number): PreviewStep[] {
  const random = createRandom(String(seed)).next;
  const asked = new Set<string>();
  return Array.from({ length: count }, (_, i) => {
    if (work === 'distance') {
      const layer = DISTANCE_LAYERS[i % DISTANCE_LAYERS.length] as string;
      const metres = Math.round(10 ** (1.3 + 2 * random()));
      return step([], { kind: 'distance', metres, layer }, `${metres} m of ${layer}`);
    }
    const known: Condition[] =
      work === 'attribute' ? [] : [{ kind: 'distance', metres: 250, layer: 'cours_eau' }];
    const added = createAttribute(random, asked);
    return step(known, added, JSON.stringify(added));
  });
}

function step(known: Condition[], added: Condition, name: string): PreviewStep {
  const of = (conditions: Condition[]): Question => ({
    target: 'parcelles',
    where: { kind: 'and', conditions },
  });
  return { before: of(known), after: of([...known, added]), added: name };
}

/** A condition on an attribute that is none of those asked already. */
function createAttribute(random: () => number, asked: Set<string>): Condition {
  const number = (from: number, to: number) => Math.round(from + (to - from) * random());
  const kinds: (() => Condition)[] = [
    () => ({ kind: 'compare', field: 'contenance', op: '>', value: number(100, 20_000) }),
    () => ({ kind: 'compare', field: 'contenance', op: '<=', value: number(100, 2000) }),
    () => ({ kind: 'among', field: 'commune', values: [`62${number(100, 900)}`, '62119'] }),
    () => ({
      kind: 'contains',
      field: 'section',
      text: String.fromCharCode(number(65, 90), number(65, 90)),
    }),
    () => ({ kind: 'contains', field: 'id', text: String(number(100, 999)) }),
    () => ({
      kind: 'compare',
      field: 'updated',
      op: '>=',
      value: `20${number(10, 24)}-0${number(1, 9)}-15`,
    }),
  ];
  for (;;) {
    const condition = (kinds[Math.floor(random() * kinds.length)] as () => Condition)();
    const text = JSON.stringify(condition);
    if (asked.has(text)) continue;
    asked.add(text);
    return condition;
  }
}
