import { findLayer } from '../../domain/catalogue.ts';
import {
  type Condition,
  isAttribute,
  type RelationCondition,
  relationsOf,
  whereOf,
} from '../../domain/question.ts';
import { conditionToSql } from './condition-sql.ts';
import { indent, type RelationForm, TARGET, whereClause } from './relation-form.ts';
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
 * Relations as queries that join the two layers, each giving the keys of the features that meet it: the form that
 * engines with a spatial join run by it. Those of `conditions` that must hold and need no other layer are tried first, which
 * spares the join the features that no answer holds. Relations inside a relation are queries before it, of the same form.
 */
export function joinedForm(
  relations: NumberedRelation[],
  conditions: Condition[],
  setting: RelationSetting,
): RelationForm {
  const { quote } = setting.dialect;
  const key = quote(setting.target.key);
  const early = earlyTests(conditions, setting);
  const nameOf = new Map(
    relations.map(({ relation, number }) => [relation, quote(`_relation_${number}`)]),
  );
  return {
    queries: relations.flatMap((numbered) => relationQueries(numbered, early, setting)),
    joins: relations.map(({ relation }) => {
      const name = nameOf.get(relation);
      return `LEFT JOIN ${name} ON ${name}.${quote('key')} = ${TARGET}.${key}`;
    }),
    test: (relation, isNegated) =>
      `${nameOf.get(relation)}.${quote('key')} IS ${isNegated ? 'NULL' : 'NOT NULL'}`,
    measure: ({ relation }) => `${nameOf.get(relation)}.${quote('measure')}`,
  };
}

/** The conditions that must all hold. */
export function topConditions(where: Condition): Condition[] {
  return where.kind === 'and' ? where.conditions.flatMap(topConditions) : [where];
}

/** Those among them that read nothing but the feature itself, for features named `a`. */
function earlyTests(conditions: Condition[], { dialect, target }: RelationSetting): string[] {
  return conditions
    .flatMap(topConditions)
    .filter((condition) => isAttribute(condition) || condition.kind === 'measure')
    .map((condition) =>
      conditionToSql(condition, { dialect, layer: target, alias: 'a', relationTest: () => 'TRUE' }),
    );
}

function relationQueries(
  numbered: NumberedRelation,
  early: string[],
  setting: RelationSetting,
): string[] {
  const { relation, number } = numbered;
  const { target, dialect } = setting;
  const key = `a.${dialect.quote(target.key)}`;
  const named = dialect.quote('key');
  const inner = innerOf(numbered, setting);
  const pairs =
    `FROM ${dialect.quote(target.id)} AS a` +
    `\nJOIN ${relatedSource(relation, setting)} AS b ON ${pairTest(relation, 'a', 'b', setting)}` +
    whereClause([...early, ...inner.tests]);
  const name = dialect.quote(`_relation_${number}`);
  if (relation.kind === 'distance') {
    const distance = `min(ST_Distance(a.geom, b.geom)) AS ${dialect.quote('measure')}`;
    const nearest = `SELECT ${key} AS ${named}, ${distance}\n${pairs}\nGROUP BY ${key}`;
    return [...inner.queries, query(name, nearest)];
  }
  if (relation.kind !== 'overlap') {
    return [...inner.queries, query(name, `SELECT DISTINCT ${key} AS ${named}\n${pairs}`)];
  }
  return [...inner.queries, ...overlapQueries(relation, number, pairs, setting)];
}

function overlapQueries(
  relation: Extract<RelationCondition, { kind: 'overlap' }>,
  number: string,
  pairs: string,
  setting: RelationSetting,
): string[] {
  const { target, dialect } = setting;
  const key = `a.${dialect.quote(target.key)}`;
  const named = dialect.quote('key');
  const name = dialect.quote(`_relation_${number}`);
  const { united, measured } = overlapMeasure(setting);
  const unionName = dialect.quote(`_union_${number}`);
  const union = `${dialect.unionAggregate}(${united('a', 'b')}) AS geom`;
  const measure = dialect.quote('measure');
  const tests = overlapTests(relation, `s.${measure}`, 's.geom', setting);
  const inner =
    `SELECT u.${named}, a.geom, ${measured('a', 'u.geom')} AS ${measure}` +
    `\nFROM ${unionName} AS u\nJOIN ${dialect.quote(target.id)} AS a ON ${key} = u.${named}`;
  return [
    query(unionName, `SELECT ${key} AS ${named}, ${union}\n${pairs}\nGROUP BY ${key}`),
    query(
      name,
      `SELECT s.${named}, s.${measure}\nFROM (\n  ${indent(inner)}\n) AS s${whereClause(tests)}`,
    ),
  ];
}

/**
 * What the features `b` that a relation relates to must meet, and the queries that it rests on: with relations among it, one
 * that gives the keys of the features that meet it all.
 */
function innerOf(
  { relation, number }: NumberedRelation,
  setting: RelationSetting,
): { queries: string[]; tests: string[] } {
  if ('shape' in relation) return { queries: [], tests: [] };
  const { dialect, catalogue } = setting;
  const layer = findLayer(catalogue, relation.layer);
  const conditions = whereOf(relation);
  const relations = numberRelations(conditions.flatMap(relationsOf), number);
  const form = joinedForm(relations, conditions, { ...setting, target: layer });
  const toSql = (alias: string) => (condition: Condition) =>
    conditionToSql(condition, { dialect, layer, alias, relationTest: form.test });
  if (relations.length === 0) return { queries: [], tests: conditions.map(toSql('b')) };
  const [key, named] = [dialect.quote(layer.key), dialect.quote('key')];
  const name = dialect.quote(`_related_${number}`);
  const keys =
    `SELECT ${TARGET}.${key} AS ${named}\nFROM ${dialect.quote(layer.id)} AS ${TARGET}\n` +
    `${form.joins.join('\n')}${whereClause(conditions.map(toSql(TARGET)))}`;
  return {
    queries: [...form.queries, query(name, keys)],
    tests: [`b.${key} IN (SELECT ${named} FROM ${name})`],
  };
}

function query(title: string, text: string): string {
  return `${title} AS (\n  ${indent(text)}\n)`;
}
