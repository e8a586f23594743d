import { indent, type RelationForm, TARGET, whereClause } from './relation-form.ts';
import {
  type NumberedRelation,
  overlapMeasure,
  overlapTests,
  pairTest,
  type RelationSetting,
  relatedLayer,
  whereTests,
} from './relation-sql.ts';

/**
 * Relations as queries that join the two layers, each giving the keys of the features that meet it: the form that
 * engines with a spatial join run by it. `early` are the tests of the question that need no other layer, for the
 * features named `a`: they hold for every feature found, and spare the join the others.
 */
export function joinedForm(
  relations: NumberedRelation[],
  early: string[],
  setting: RelationSetting,
): RelationForm {
  const { quote } = setting.dialect;
  const key = quote(setting.target.key);
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

function relationQueries(
  { relation, number }: NumberedRelation,
  early: string[],
  setting: RelationSetting,
): string[] {
  const { target, dialect } = setting;
  const key = `a.${dialect.quote(target.key)}`;
  const named = dialect.quote('key');
  const pairs =
    `FROM ${dialect.quote(target.id)} AS a` +
    `\nJOIN ${dialect.quote(relatedLayer(relation))} AS b ON ${pairTest(relation, 'a', 'b', dialect)}` +
    whereClause([...early, ...whereTests(relation, 'b', setting)]);
  const name = dialect.quote(`_relation_${number}`);
  const query = (title: string, text: string) => `${title} AS (\n  ${indent(text)}\n)`;
  if (relation.kind === 'distance') {
    const distance = `min(ST_Distance(a.geom, b.geom)) AS ${dialect.quote('measure')}`;
    return [query(name, `SELECT ${key} AS ${named}, ${distance}\n${pairs}\nGROUP BY ${key}`)];
  }
  if (relation.kind !== 'overlap') {
    return [query(name, `SELECT DISTINCT ${key} AS ${named}\n${pairs}`)];
  }
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
