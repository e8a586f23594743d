import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import type {
  Question,
  RelationCondition,
  RelationKind,
  RelationTarget,
} from '../../domain/question.ts';
import { relatedFamilies } from '../../domain/related-families.ts';
import { type Shape, shapeFamily } from '../../domain/shape.ts';
import { builder } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import { foldText } from '../strings/match-text.ts';
import { relationClause } from '../strings/relation-clause.ts';
import { layerObject, shapeObject } from '../strings/relation-object.ts';
import { inseeField } from './commune-fields.ts';
import { firstRelation, relatedLayers, relationKinds } from './first-conditions.ts';
import { sharedStems } from './suggest-conditions.ts';
import { type Suggestion, suggest } from './suggestion.ts';

/** A question whose result conditions may relate to, as a reader knows it. */
export interface NamedQuestion {
  name: string;
  question: Question;
}

/** What relations may be to. */
export interface RelationSources {
  target: Layer;
  catalogue: Catalogue;
  /** Shapes that are on the map. */
  drawn: Shape[];
}

/** The relations to other layers, then those to what is drawn. */
export function suggestRelations(sources: RelationSources): Suggestion[] {
  return [...suggestKinds(sources), ...suggestLayers(sources), ...suggestShapes(sources)];
}

/** The relations to what other questions find: the last one asked, those that the reader keeps, those of the territory. */
export function suggestResults(
  questions: NamedQuestion[],
  sources: Omit<RelationSources, 'drawn'>,
): Suggestion[] {
  return questions.flatMap((question, i) => suggestResult(question, i, sources));
}

/** Each kind once, to a layer that is chosen next. */
function suggestKinds({ target, catalogue }: RelationSources): Suggestion[] {
  return relationKinds(target, catalogue).flatMap((kind, i) => {
    const [layer] = relatedLayers(kind, target, catalogue).filter(({ id }) => id !== COMMUNE_LAYER);
    if (!layer) return [];
    const about = {
      group: 'relation',
      label: kindLabel(kind, target),
      detail: builder.layerNext,
      rank: 60 + i,
      action: { kind: 'add', condition: firstRelation(kind, { layer: layer.id }) },
    } as const;
    const listed = suggest({ ...about, show: 'listed' });
    return kind === 'distance' ? [listed, { ...listed, show: 'first', rank: 3 }] : [listed];
  });
}

/** A line crosses; a polygon is crossed. */
function kindLabel(kind: RelationKind, target: Layer): string {
  if (kind === 'crosses' && target.geometry === 'polygon') return fr.condition.crossed;
  return fr.condition.kinds[kind];
}

function suggestLayers({ target, catalogue }: RelationSources): Suggestion[] {
  const themes = new Map(catalogue.themes.map(({ id, title }) => [id, title]));
  const words = new Map(
    catalogue.layers.map((layer) => {
      const theme = themes.get(layer.theme) ?? '';
      const said = [layer.title, ...layer.noun, theme, ...(layer.keywords ?? [])];
      return [layer.id, foldText(said.join(' '))];
    }),
  );
  const relations = relationKinds(target, catalogue).flatMap((kind, i) =>
    relatedLayers(kind, target, catalogue).map((layer) =>
      suggestRelation(kind, layer, target, {
        rank: (kind === 'travel' ? 12 : 4 + i) + (layer.base ? 20 : 0),
        words: words.get(layer.id) ?? '',
      }),
    ),
  );
  const coded = catalogue.layers.flatMap((layer) => suggestCodes(layer, target));
  return [...relations, ...coded];
}

function suggestRelation(
  kind: RelationKind,
  layer: Layer,
  target: Layer,
  { rank, words }: { rank: number; words: string },
): Suggestion {
  const condition = firstRelation(kind, { layer: layer.id });
  return suggest(
    {
      group: 'relation',
      label: clauseOf(condition, layer, target),
      detail: layer.title,
      rank,
      action: { kind: 'add', condition },
    },
    words,
  );
}

/** The features of another layer that have one of its official codes. */
function suggestCodes(layer: Layer, target: Layer): Suggestion[] {
  const kind = usualKind(layer, target);
  if (layer.id === target.id) return [];
  const insee = inseeField(layer);
  const fields = layer.fields.filter((field) => field.codes && field !== insee);
  if (fields.length === 0) return [];
  const clause = clauseOf(firstRelation(kind, { layer: layer.id }), layer, target);
  return fields.flatMap((field) => {
    const codes = Object.keys(field.codes ?? {}).map((code) => [code]);
    const words = foldText([field.name, field.label, layer.title].join(' '));
    return [...sharedStems(field), ...codes].map((chosen) =>
      suggestCode(kind, { layer, field, chosen, clause, words }),
    );
  });
}

/** Codes of a field of a layer, with what is the same for all of its codes. */
interface Coded {
  layer: Layer;
  field: Field;
  chosen: string[];
  clause: string;
  words: string;
}

function suggestCode(kind: RelationKind, coded: Coded): Suggestion {
  const { layer, field, chosen, clause, words } = coded;
  const isNumber = field.type === 'integer' || field.type === 'number';
  const values = isNumber ? chosen.map(Number) : chosen;
  const where = [{ kind: 'among' as const, field: field.name, values }];
  const condition = firstRelation(kind, { layer: layer.id, where });
  return suggest(
    {
      group: 'value',
      label: `${clause} : ${chosen.join(', ')}`,
      detail: chosen.map((code) => field.codes?.[code] ?? '').join(' ; '),
      rank: chosen.length > 1 ? 13 : 14,
      code: chosen[0] as string,
      action: { kind: 'add', condition },
    },
    words,
  );
}

/** How a feature is most often related to those of a layer: covered by, in, or near them. */
function usualKind(layer: Layer, target: Layer): RelationKind {
  if (
    relatedFamilies('overlap', target.geometry).includes(layer.geometry) &&
    layer.geometry === 'polygon'
  ) {
    return 'overlap';
  }
  return relatedFamilies('inside', target.geometry).includes(layer.geometry)
    ? 'inside'
    : 'distance';
}

function suggestShapes({ target, drawn }: RelationSources): Suggestion[] {
  const toDraw = (
    kind: RelationKind,
    shape: 'polygon' | 'line' | 'point',
    about: Pick<Suggestion, 'label' | 'rank' | 'show'>,
  ): Suggestion =>
    suggest({
      ...about,
      group: 'place',
      detail: builder.toDraw,
      action: {
        kind: 'draw',
        condition: firstRelation(kind, { shape: EMPTY_SHAPES[shape] }),
        shape,
      },
    });
  return [
    toDraw('inside', 'polygon', { label: builder.inSector, rank: 2, show: 'first' }),
    toDraw('distance', 'line', { label: builder.nearLine, rank: 7, show: 'listed' }),
    toDraw('distance', 'point', { label: builder.nearPoint, rank: 8, show: 'listed' }),
    ...drawn.flatMap((shape) =>
      (['inside', 'overlap', 'distance'] as const)
        .filter((kind) => relatedFamilies(kind, target.geometry).includes(shapeFamily(shape)))
        .map((kind, i) => {
          const condition = firstRelation(kind, { shape });
          return suggest({
            group: 'place',
            label: relationClause(condition, target, shapeObject(shape), false),
            detail: '',
            rank: 4 + i,
            show: 'listed',
            action: { kind: 'add', condition },
          });
        }),
    ),
  ];
}

/** A shape that is still to be drawn has no position yet. */
const EMPTY_SHAPES: Record<'polygon' | 'line' | 'point', Shape> = {
  polygon: { name: '', geometry: { type: 'Polygon', coordinates: [] } },
  line: { name: '', geometry: { type: 'LineString', coordinates: [] } },
  point: { name: '', geometry: { type: 'Point', coordinates: [] } },
};

/** How the result of another question may be related to: itself, when both are about the same layer. */
function suggestResult(
  { name, question }: NamedQuestion,
  index: number,
  { target, catalogue }: Omit<RelationSources, 'drawn'>,
): Suggestion[] {
  const layer = catalogue.layers.find(({ id }) => id === question.target);
  if (!layer) return [];
  const show = index < LISTED_RESULTS ? 'listed' : 'found';
  const about = { group: 'result', show, detail: name, rank: 30 + index } as const;
  const words = foldText(builder.resultWords);
  if (layer.id === target.id) {
    const action = { kind: 'add', condition: question.where } as const;
    return [suggest({ ...about, label: builder.amongResult, action }, words)];
  }
  const { where } = question;
  const isAll = where.kind === 'and' && where.conditions.length === 0;
  const related: RelationTarget = { layer: layer.id, ...(!isAll && { where: [where] }) };
  const kinds = (['distance', 'overlap', 'inside', 'intersects'] as const).filter((kind) =>
    relatedFamilies(kind, target.geometry).includes(layer.geometry),
  );
  return kinds.map((kind, i) => {
    const condition = firstRelation(kind, related);
    const label = `${clauseOf(condition, layer, target)}, ${builder.ofResult}`;
    const action = { kind: 'add', condition } as const;
    return suggest({ ...about, show: i === 0 ? show : 'found', label, action }, words);
  });
}

/** Results shown before anything is typed. */
const LISTED_RESULTS = 4;

function clauseOf(relation: RelationCondition, layer: Layer, target: Layer): string {
  const isOwn = layer.id === target.id;
  const object = layerObject({ layer, where: '', isPlural: false, isOwn });
  return relationClause(relation, target, object, false);
}
