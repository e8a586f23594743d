// Data table: questions that no planner asks, for the relations, groups and tests that the saved ones have not.
import type { AttributeCondition, Condition, Question } from '../../src/domain/question.ts';
import type { Shape } from '../../src/domain/shape.ts';

const of = (target: string, where: Condition, groupBy?: string): Question => ({
  target,
  where,
  ...(groupBy && { groupBy }),
});
const and = (...conditions: Condition[]): Condition => ({ kind: 'and', conditions });
const or = (...conditions: Condition[]): Condition => ({ kind: 'or', conditions });
const not = (condition: Condition): Condition => ({ kind: 'not', condition });
const overlap = (layer: string, minShare: number, where?: AttributeCondition[]): Condition => ({
  kind: 'overlap',
  layer,
  minShare,
  ...(where && { where }),
});
const inTypes = (...values: string[]): AttributeCondition => ({
  kind: 'among',
  field: 'TYPEZONE',
  values,
});
const text = (field: string, words: string): AttributeCondition => ({
  kind: 'contains',
  field,
  text: words,
});

const sector: Shape = {
  name: 'secteur',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [2.6, 50.5],
        [2.72, 50.49],
        [2.75, 50.56],
        [2.66, 50.58],
        [2.6, 50.5],
      ],
      [
        [2.66, 50.52],
        [2.69, 50.52],
        [2.69, 50.54],
        [2.66, 50.54],
        [2.66, 50.52],
      ],
    ],
  },
};
const route: Shape = {
  name: 'tracé',
  geometry: {
    type: 'LineString',
    coordinates: [
      [2.45, 50.47],
      [2.6, 50.52],
      [2.78, 50.5],
    ],
  },
};
const places: Shape = {
  name: 'lieux',
  geometry: {
    type: 'MultiPoint',
    coordinates: [
      [2.64, 50.53],
      [2.5, 50.45],
    ],
  },
};
const flooded = (minShare: number): Condition => ({ kind: 'overlap', layer: 'ppr', minShare });
const wet: Condition = { kind: 'intersects', layer: 'ppr' };

/** Questions whose relations hold others, shapes, or the layer itself. */
export const NESTED_QUESTIONS: Record<string, Question> = {
  'brownfields near a business park that touches a flood zone': of('friches', {
    kind: 'distance',
    metres: 500,
    layer: 'zae',
    where: [wet],
  }),
  'brownfields far from every business park that is dry, or large': of(
    'friches',
    not({
      kind: 'distance',
      metres: 800,
      layer: 'zae',
      where: [or(not(wet), { kind: 'measure', measure: 'area', op: '>', value: 200_000 })],
    }),
  ),
  'zones in part covered by parks that are flooded and near a station': of('zone_urba', {
    kind: 'overlap',
    layer: 'zae',
    minShare: 0.1,
    where: [flooded(0.05), not({ kind: 'distance', metres: 1000, layer: 'gares' })],
  }),
  'stations near a zone that covers a park that a river crosses': of('gares', {
    kind: 'distance',
    metres: 3000,
    layer: 'zone_urba',
    where: [
      inTypes('U', 'AUc', 'AUs'),
      {
        kind: 'intersects',
        layer: 'zae',
        where: [{ kind: 'distance', metres: 300, layer: 'cours_eau' }],
      },
    ],
  }),
  'parks in a sector, not on a route': of(
    'zae',
    and(
      { kind: 'overlap', minShare: 0.2, shape: sector },
      not({ kind: 'distance', metres: 400, shape: route }),
    ),
  ),
  'projects outside a sector': of('projets', not({ kind: 'inside', shape: sector }), 'theme'),
  'rivers that cross a route or run in a sector': of(
    'cours_eau',
    or({ kind: 'crosses', shape: route }, { kind: 'overlap', minShare: 0.6, shape: sector }),
  ),
  'communes around places, without parks in a sector': of(
    'communes',
    and(
      { kind: 'distance', metres: 4000, shape: places },
      not({ kind: 'encloses', layer: 'zae', where: [{ kind: 'inside', shape: sector }] }),
    ),
  ),
  'brownfields near another': of('friches', { kind: 'distance', metres: 600, layer: 'friches' }),
  'brownfields far from another that is near a station': of(
    'friches',
    not({
      kind: 'distance',
      metres: 2000,
      layer: 'friches',
      where: [{ kind: 'distance', metres: 1500, layer: 'gares' }],
    }),
  ),
  'parks covered in part by another': of('zae', { kind: 'overlap', minShare: 0, layer: 'zae' }),
  'communes that only touch large others': of('communes', {
    kind: 'touches',
    layer: 'communes',
    where: [{ kind: 'measure', measure: 'area', op: '>', value: 12_000_000 }],
  }),
};

/** By name. */
export const QUESTIONS: Record<string, Question> = {
  'large parcels inside an urban zone': of(
    'parcelles',
    and(
      { kind: 'compare', field: 'contenance', op: '>', value: 5000 },
      { kind: 'inside', layer: 'zone_urba', where: [inTypes('U')] },
    ),
    'commune',
  ),
  'parcels inside a plot, by measured area': of(
    'parcelles',
    and(
      { kind: 'contains', field: 'section', text: 'a' },
      { kind: 'inside', layer: 'occupation_sol' },
      { kind: 'measure', measure: 'area', op: '>=', value: 4000 },
    ),
  ),
  'communes that touch one whose name is written without accents': of('communes', {
    kind: 'touches',
    layer: 'communes',
    where: [text('nom', 'BETHUNE')],
  }),
  'communes crossed by a river': of('communes', {
    kind: 'crosses',
    layer: 'cours_eau',
    where: [text('toponyme', 'lawe')],
  }),
  'cycle routes that cross a flood zone': of('itineraires_cyclables', {
    kind: 'crosses',
    layer: 'ppr',
    where: [{ kind: 'among', field: 'typereglement', values: ['02', '03'] }],
  }),
  'activity zones equal to a large one': of('zae', {
    kind: 'equals',
    layer: 'zae',
    where: [{ kind: 'compare', field: 'site_surf_brute', op: '>', value: 20 }],
  }),
  'activity zones equal to no plot': of('zae', not({ kind: 'equals', layer: 'occupation_sol' })),
  'brownfields by words, missing values and negations': of(
    'friches',
    and(
      or(
        text('site_nom', 'fosse'),
        { kind: 'empty', field: 'sol_pollution_existe' },
        { kind: 'distance', layer: 'cours_eau', metres: 150 },
      ),
      not(
        or(overlap('ppr', 0.2), {
          kind: 'compare',
          field: 'unite_fonciere_surface',
          op: '<',
          value: 5000,
        }),
      ),
    ),
    'site_statut',
  ),
  'projects since a day': of(
    'projets',
    and(
      { kind: 'distance', layer: 'zae', metres: 250 },
      { kind: 'compare', field: 'date', op: '>=', value: '2020-01-01' },
    ),
  ),
  'projects of no amount, or after a word': of(
    'projets',
    or(
      { kind: 'compare', field: 'titre', op: '>', value: 'p' },
      not({ kind: 'compare', field: 'montant_eur', op: '!=', value: 0 }),
    ),
    'theme',
  ),
  'cycle routes covered in part': of('itineraires_cyclables', overlap('ppr', 0.05)),
  'rivers under any plot': of('cours_eau', overlap('occupation_sol', 0)),
  'zones wholly covered by plots': of(
    'zone_urba',
    and(inTypes('AUc', 'AUs'), overlap('occupation_sol', 1)),
  ),
  'zones covered by more than a border': of('zone_urba', overlap('zae', 0)),
  'parcels of a commune on a river': of(
    'parcelles',
    and(
      { kind: 'compare', field: 'commune', op: '=', value: '62119' },
      { kind: 'intersects', layer: 'cours_eau' },
    ),
  ),
  'every station': of('gares', and()),
  'no station': of('gares', or()),
};

/** Streets that are covered by farmland: some run along its rim, where a rounding decides. */
export const ALONG_THE_RIM: Question = of('voirie', overlap('zone_urba', 0.3, [inTypes('A', 'N')]));
