import { findLayer } from '../../domain/catalogue.ts';
import {
  type Condition,
  type RelationCondition,
  relationsOf,
  whereOf,
} from '../../domain/question.ts';
import { conditionToSql } from './condition-sql.ts';
import { indent, RELATED, type RelationForm, TARGET, whereClause } from './relation-form.ts';
import {
  type NumberedRelation,
  numberRelations,
  overlapMeasure,
  overlapTests,
  pairTest,
  type RelationSetting,
  relatedSource,
} from './relation-sql.ts';

/**
 * Relations as `EXISTS`, which a spatial index answers feature by feature and which stop at the first that is met.
 * Overlaps are measured once, beside the features, for the test and for the answer. Relations inside a relation are of the
 * same form, of features that go by another name.
 */
export function existsForm(
  relations: NumberedRelation[],
  setting: RelationSetting,
  depth = 0,
): RelationForm {
  const [own, other] = [nameAt(depth), nameAt(depth + 1)];
  const numberOf = new Map(relations.map(({ relation, number }) => [relation, number]));
  const related = (relation: RelationCondition) => {
    const inner = innerOf(relation, numberOf.get(relation) as string, setting, depth);
    const tests = [pairTest(relation, own, other, setting), ...inner.tests];
    const from = [`FROM ${relatedSource(relation, setting)} AS ${other}`, ...inner.joins];
    return `${from.join('\n')}${whereClause(tests.map(indent))}`;
  };
  return {
    queries: [],
    joins: relations.flatMap(({ relation, number }) => {
      if (relation.kind !== 'overlap') return [];
      const { united, measured } = overlapMeasure(setting);
      const union = `${setting.dialect.unionAggregate}(${united(own, other)})`;
      const inner = `SELECT ${measured(own, union)} AS shared\n${related(relation)}`;
      const tests = overlapTests(relation, 's.shared', `${own}.geom`, setting);
      const outer = `SELECT s.shared\nFROM (\n  ${indent(inner)}\n) AS s${whereClause(tests)}`;
      return [`LEFT JOIN LATERAL (\n  ${indent(outer)}\n) AS ${overlapName(number)} ON TRUE`];
    }),
    test: (relation, isNegated) => {
      if (relation.kind === 'overlap') {
        const shared = `${overlapName(numberOf.get(relation))}.shared`;
        return `${shared} IS ${isNegated ? 'NULL' : 'NOT NULL'}`;
      }
      const exists = `EXISTS (\n  ${indent(`SELECT 1\n${related(relation)}`)}\n)`;
      return isNegated ? `NOT ${exists}` : exists;
    },
    measure: ({ relation, number }) => {
      if (relation.kind === 'overlap') return `${overlapName(number)}.shared`;
      const distance = `min(ST_Distance(${own}.geom, ${other}.geom))`;
      return `(\n  ${indent(`SELECT ${distance}\n${related(relation)}`)}\n)`;
    },
  };
}

/** What the features that a relation relates to must meet, and what is joined to them for it. */
function innerOf(
  relation: RelationCondition,
  number: string,
  setting: RelationSetting,
  depth: number,
): { joins: string[]; tests: string[] } {
  if ('shape' in relation) return { joins: [], tests: [] };
  const layer = findLayer(setting.catalogue, relation.layer);
  const conditions = whereOf(relation);
  const relations = numberRelations(conditions.flatMap(relationsOf), number);
  const form = existsForm(relations, { ...setting, target: layer }, depth + 1);
  const alias = nameAt(depth + 1);
  const toSql = (condition: Condition) =>
    conditionToSql(condition, { dialect: setting.dialect, layer, alias, relationTest: form.test });
  return { joins: form.joins, tests: conditions.map(toSql) };
}

/** What the features go by: those that are asked for, those related to them, those related to these. */
function nameAt(depth: number): string {
  if (depth === 0) return TARGET;
  return depth === 1 ? RELATED : `${RELATED}${depth}`;
}

function overlapName(number: string | undefined): string {
  return `overlap_${number}`;
}
