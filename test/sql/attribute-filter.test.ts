import { beforeAll, describe, expect, it } from 'vitest';
import type { AttributeCondition } from '../../src/domain/question.ts';
import { attributeToSql } from '../../src/sql/attribute-filter.ts';
import { quoteIdentifier, quoteLiteral } from '../../src/sql/quote.ts';
import { startNodeDatabase } from '../helpers/start-node-database.ts';

let connection: Awaited<ReturnType<typeof startNodeDatabase>>;

beforeAll(async () => {
  connection = await startNodeDatabase();
  connection.query(`CREATE TABLE zone AS SELECT * FROM (VALUES
    (0, 'Zone d''Activité', 12.5, true, '2024-01-31'),
    (1, 'FRICHE minière', NULL, false, '2023-12-01'),
    (2, '', 3.0, NULL, NULL),
    (3, NULL, -1.0, true, '2024-02-01')
  ) AS t("row", "le nom", surface, ouvert, "date")`);
});

function rowsWhere(expression: string): number[] {
  const table = connection.query(`SELECT "row" FROM zone WHERE ${expression} ORDER BY "row"`);
  return [...(table.getChild('row')?.toArray() ?? [])];
}

const rowsOf = (condition: AttributeCondition) => rowsWhere(attributeToSql(condition));

describe('a condition on attributes, by the real DuckDB', () => {
  it.each<[string, AttributeCondition, number[]]>([
    ['greater than', { kind: 'compare', field: 'surface', op: '>', value: 3 }, [0]],
    ['at least', { kind: 'compare', field: 'surface', op: '>=', value: 3 }, [0, 2]],
    ['other than', { kind: 'compare', field: 'surface', op: '!=', value: 3 }, [0, 3]],
    ['yes', { kind: 'compare', field: 'ouvert', op: '=', value: true }, [0, 3]],
    ['since a day', { kind: 'compare', field: 'date', op: '>=', value: '2024-01-31' }, [0, 3]],
    ['one of', { kind: 'among', field: 'surface', values: [3, -1] }, [2, 3]],
    ['text, case and accents aside', { kind: 'contains', field: 'le nom', text: 'MINIERE' }, [1]],
    ['text with a quote', { kind: 'contains', field: 'le nom', text: "d'act" }, [0]],
    ['without a value', { kind: 'empty', field: 'le nom' }, [2, 3]],
    ['without a number', { kind: 'empty', field: 'surface' }, [1]],
  ])('finds the rows %s', (_name, condition, rows) => {
    expect(rowsOf(condition)).toEqual(rows);
  });

  it('is met or not met by every row, a missing value included', () => {
    const condition: AttributeCondition = { kind: 'compare', field: 'surface', op: '>', value: 3 };
    expect(rowsWhere(`NOT ${attributeToSql(condition)}`)).toEqual([1, 2, 3]);
  });

  it('cannot leave its quotes', () => {
    const text = "'; DROP TABLE zone; --";
    expect(rowsOf({ kind: 'contains', field: 'le nom', text })).toEqual([]);
    expect(rowsOf({ kind: 'empty', field: 'surface' })).toEqual([1]);
    expect(quoteIdentifier('a"b')).toBe('"a""b"');
    expect(quoteLiteral("l'été")).toBe("'l''été'");
  });
});
