import type { Catalogue } from '../../domain/catalogue.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import type { Scalar } from '../../domain/question.ts';
import { builder } from '../strings/builder.ts';
import { formatValue } from '../strings/format.ts';
import { foldText } from '../strings/match-text.ts';
import { firstCondition } from './attribute-operators.ts';
import { inCommunes, inseeField } from './commune-fields.ts';
import { firstMeasure, isSmallLayer } from './first-conditions.ts';
import { type Suggestion, suggest } from './suggestion.ts';

/** What conditions may be about, besides the catalogue. */
export interface SuggestionSources {
  target: Layer;
  catalogue: Catalogue;
  communes: Commune[];
  /** Values of the small fields of the target that were read, by field. */
  values: Record<string, Scalar[]>;
}

/** The conditions on what a feature is: its commune, its size, its fields, their codes and values. */
export function suggestOwn(sources: SuggestionSources): Suggestion[] {
  const { target } = sources;
  const insee = inseeField(target);
  return [
    ...suggestCommunes(sources),
    ...suggestMeasure(target),
    ...target.fields.flatMap((field, i) => suggestField(field, i, target, insee)),
    ...target.fields
      .filter((field) => field !== insee)
      .flatMap((field) => suggestValues(field, sources)),
  ];
}

function suggestCommunes({ target, catalogue, communes }: SuggestionSources): Suggestion[] {
  const of = (codes: string[], label: string, rank: number, show: Suggestion['show']) => {
    const condition = inCommunes(target, codes, catalogue);
    if (!condition) return [];
    return [
      suggest({
        group: 'place',
        label,
        detail: codes.join(' '),
        rank,
        show,
        action: { kind: 'add', condition },
      }),
    ];
  };
  return [
    ...of([], builder.inCommunes, 0, 'first'),
    ...communes.flatMap(({ code, name }) => of([code], builder.inCommune(name), 1, 'found')),
  ];
}

function suggestMeasure(target: Layer): Suggestion[] {
  const condition = firstMeasure(target);
  if (!condition) return [];
  const isArea = target.geometry === 'polygon';
  return [
    suggest(
      {
        group: 'measure',
        label: isArea ? builder.area : builder.length,
        detail: builder.measured,
        rank: 1,
        show: 'first',
        action: { kind: 'add', condition },
      },
      foldText(builder.measureWords.join(' ')),
    ),
  ];
}

function suggestField(
  field: Field,
  index: number,
  target: Layer,
  insee: Field | null,
): Suggestion[] {
  const isFirst = field.codes !== undefined && field !== insee && index < FIRST_FIELDS;
  const about = {
    group: 'field',
    label: field.label,
    detail: field.label === field.name ? '' : field.name,
    rank: FOUND_FIELD,
    action: { kind: 'add', condition: firstCondition(field, isSmallLayer(target)) },
  } as const;
  const listed = suggest({ ...about, show: 'listed' }, foldText(field.description ?? ''));
  return isFirst ? [listed, { ...listed, show: 'first', rank: 10 + index }] : [listed];
}

/** Found by its words, a field comes before its values, and before relations to other layers. */
const FOUND_FIELD = 1.5;

/** Fields among which those with official codes are proposed first. */
const FIRST_FIELDS = 12;

function suggestValues(field: Field, { values }: SuggestionSources): Suggestion[] {
  const isNumber = field.type === 'integer' || field.type === 'number';
  const codes = Object.keys(field.codes ?? {}).map((code) => (isNumber ? Number(code) : code));
  const known = field.codes ? codes : (values[field.name] ?? []);
  return [
    ...known.map((value) => suggestAmong(field, [value])),
    ...sharedStems(field).map((stem) => suggestAmong(field, stem)),
  ];
}

function suggestAmong(field: Field, chosen: Scalar[]): Suggestion {
  const isCoded = field.codes !== undefined;
  return suggest(
    {
      group: 'value',
      label: `${field.label} : ${chosen.map((value) => (isCoded ? String(value) : formatValue(value, field))).join(', ')}`,
      detail: chosen.map((value) => field.codes?.[String(value)] ?? '').join(' ; '),
      rank: chosen.length > 1 ? 2 : 3,
      code: String(chosen[0]),
      action: { kind: 'add', condition: { kind: 'among', field: field.name, values: chosen } },
    },
    foldText(field.name),
  );
}

/** Codes of a field that begin with the same capitals and differ after them, as AUc and AUs do. */
export function sharedStems({ codes }: Field): string[][] {
  const stems = new Map<string, string[]>();
  for (const code of Object.keys(codes ?? {})) {
    const stem = /^([A-Z]+)[a-z]/.exec(code)?.[1];
    if (stem) stems.set(stem, [...(stems.get(stem) ?? []), code]);
  }
  return [...stems.values()].filter((some) => some.length > 1);
}
