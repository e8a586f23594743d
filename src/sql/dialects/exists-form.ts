import { indent, RELATED, type RelationForm, TARGET, whereClause } from './relation-form.ts';
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
 * Relations as `EXISTS`, which a spatial index answers feature by feature and which stop at the first that is met.
 * Overlaps are measured once, beside the target, for the test and for the answer.
 */
export function existsForm(relations: NumberedRelation[], setting: RelationSetting): RelationForm {
  const { quote } = setting.dialect;
  const numberOf = new Map(relations.map(({ relation, number }) => [relation, number]));
  const related = (relation: NumberedRelation['relation']) => {
    const tests = [
      pairTest(relation, TARGET, RELATED, setting.dialect),
      ...whereTests(relation, RELATED, setting),
    ];
    return `FROM ${quote(relatedLayer(relation))} AS ${RELATED}${whereClause(tests)}`;
  };
  return {
    queries: [],
    joins: relations.flatMap(({ relation, number }) => {
      if (relation.kind !== 'overlap') return [];
      const { united, measured } = overlapMeasure(setting);
      const union = `${setting.dialect.unionAggregate}(${united(TARGET, RELATED)})`;
      const inner = `SELECT ${measured(TARGET, union)} AS shared\n${related(relation)}`;
      const tests = overlapTests(relation, 's.shared', `${TARGET}.geom`, setting);
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
      const distance = `min(ST_Distance(${TARGET}.geom, ${RELATED}.geom))`;
      return `(\n  ${indent(`SELECT ${distance}\n${related(relation)}`)}\n)`;
    },
  };
}

function overlapName(number: number | undefined): string {
  return `overlap_${number}`;
}
