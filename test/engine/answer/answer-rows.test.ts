import { expect, it } from 'vitest';
import type { RowFilter } from '../../../src/domain/answer-view.ts';
import type { Value } from '../../../src/domain/feature.ts';
import { readRows } from '../../../src/loaders/read-arrow.ts';
import { ROW_COLUMN } from '../../../src/loaders/to-arrow.ts';
import { createWork } from '../create-sql-desk.ts';
import { openMany } from './create-many.ts';

const COUNT = 400;
const { answers, many, cell } = await openMany(COUNT);
const work = createWork();
const answer = await answers.ask(
  {
    target: 'essai',
    where: { kind: 'not', condition: { kind: 'compare', field: 'id', op: '=', value: 'P7Z' } },
  },
  work,
);
const found = Array.from({ length: COUNT }, (_, row) => row).filter((row) => row !== 7);

async function rowsOf(
  filters: RowFilter[],
  sort: { column: string; descending: boolean } | null = null,
  [offset, limit] = [0, COUNT],
) {
  const request = { answer: answer.id, offset, limit, sort, filters };
  const { columns, rows } = readRows(await answers.rows(request, work));
  return { columns, rows, numbers: rows.map(([row]) => row as number) };
}

it('a page has the number of each row, every field and every measure as they are', async () => {
  const { columns, rows } = await rowsOf([], null, [5, 20]);
  expect(columns).toEqual([ROW_COLUMN, ...Object.keys(many.types), 'area_m2']);
  for (const [i, values] of rows.entries()) {
    const row = found[5 + i] as number;
    const names = Object.keys(many.types);
    expect(values.slice(0, 1 + names.length)).toEqual([row, ...names.map((n) => cell(n, row))]);
    if (many.geometries[row] === null) expect(values.at(-1)).toBeNull();
    else expect(values.at(-1)).toBeGreaterThan(0);
  }
  expect((await rowsOf([], null, [COUNT - 2, 50])).rows).toHaveLength(1);
});

const CASES: [string, RowFilter[], (row: number) => boolean][] = [
  [
    'a range holds its limits, and neither null, NaN nor infinity',
    [{ kind: 'range', column: 'part', min: 0.5, max: 1 }],
    (row) => [0.5, 1].includes(cell('part', row) as number) || between(cell('part', row), 0.5, 1),
  ],
  [
    'an open range keeps what is a finite number on its side',
    [{ kind: 'range', column: 'part', min: null, max: 0 }],
    (row) => cell('part', row) === -2.25,
  ],
  [
    'large integers are told apart to the last digit',
    [{ kind: 'range', column: 'siret', min: 20007246000011, max: null }],
    (row) => cell('siret', row) === 20007246000011,
  ],
  [
    'a range of a measure',
    [{ kind: 'range', column: 'area_m2', min: 15.9, max: 36.1 }],
    (row) => {
      const area = sizeOf(row);
      return area !== null && area >= 15.9 && area <= 36.1;
    },
  ],
  [
    'a period holds its days',
    [{ kind: 'period', column: 'jour', from: '2023-12-31', to: '2024-01-31' }],
    (row) => ['2023-12-31', '2024-01-31'].includes(cell('jour', row) as string),
  ],
  [
    'a period of years held as integers',
    [{ kind: 'period', column: 'annee', from: '2023-01-01', to: null }],
    (row) => Number(cell('annee', row)) >= 2023,
  ],
  [
    'among values and none',
    [{ kind: 'among', column: 'code', values: ['AU', null] }],
    (row) => cell('code', row) === 'AU' || cell('code', row) === null,
  ],
  [
    'none of a text is an empty one too, none of a number is NaN and infinity too',
    [
      { kind: 'among', column: 'nom', values: [null] },
      { kind: 'among', column: 'part', values: [null] },
    ],
    (row) => !cell('nom', row) && !Number.isFinite(cell('part', row)),
  ],
  [
    'among booleans, which are no numbers',
    [{ kind: 'among', column: 'actif', values: [false, 1] }],
    (row) => cell('actif', row) === false,
  ],
  [
    'a text, accents and case and ligatures folded',
    [{ kind: 'text', column: 'nom', text: ' ÉCUIRES' }],
    (row) => ['Écuires', 'ecuires-nord'].includes(cell('nom', row) as string),
  ],
  [
    'a ligature',
    [{ kind: 'text', column: 'nom', text: 'oeuf' }],
    (row) => cell('nom', row) === 'Œuf',
  ],
  ['an empty text keeps all', [{ kind: 'text', column: 'nom', text: ' - ' }], () => true],
  ['no value at all keeps none', [{ kind: 'among', column: 'nom', values: [] }], () => false],
  [
    'quotes are text like another',
    [{ kind: 'text', column: 'nom', text: `'); DROP TABLE essai; --` }],
    () => false,
  ],
  [
    'several hold together',
    [
      { kind: 'among', column: 'actif', values: [true] },
      { kind: 'range', column: 'lots', min: -1, max: 10 },
    ],
    (row) => cell('actif', row) === true && between(cell('lots', row), -1, 10),
  ],
];

it.each(CASES)('filters: %s', async (_, filters, isKept) => {
  const wanted = found.filter(isKept);
  expect((await rowsOf(filters)).numbers).toEqual(wanted);
  const { rows } = await answers.geometry({ answer: answer.id, filters }, work);
  expect([...rows]).toEqual(wanted);
});

it('an extent keeps the features whose box meets it', async () => {
  const { geometry, rows } = await answers.geometry({ answer: answer.id }, work);
  const boxOf = (i: number) => {
    const ring = geometry.ringOffsets[geometry.partOffsets[i] as number] as number;
    const [from = 0, to = 0] = geometry.vertexOffsets.slice(ring, ring + 2);
    const xs = Array.from({ length: to - from }, (__, k) => geometry.xy[2 * (from + k)] as number);
    return [Math.min(...xs), Math.max(...xs)] as const;
  };
  const drawn = [...rows.keys()].filter((i) => geometry.kinds[i] !== 0);
  const [left] = boxOf(drawn[50] as number);
  const [, right] = boxOf(drawn[80] as number);
  const kept = await rowsOf([{ kind: 'extent', extent: [left, 40, right, 60] }]);
  expect(kept.numbers).toEqual(drawn.slice(50, 81).map((i) => rows[i]));
  expect((await rowsOf([{ kind: 'extent', extent: [left, 40, right, 41] }])).rows).toEqual([]);
});

it.each([
  ['lots', [-3, -1, 0, 1, 2, 10, 500]],
  ['nom', ['berck', 'Berck', 'Écuires', 'ecuires-nord', 'Œuf']],
  ['actif', [false, true]],
  ['siret', [20007246000010, 20007246000011]],
  ['jour', ['1999-07-01', '2023-12-31', '2024-01-31', '2024-02-01']],
] as [string, Value[]][])(
  'rows are sorted by %s, none last, ties in file order, on every page',
  async (name, order) => {
    const present = (value: Value) => (value === '' ? null : value);
    for (const descending of [false, true]) {
      const values: Value[] = [...(descending ? [...order].reverse() : order), null];
      const wanted = values.flatMap((v) => found.filter((row) => present(cell(name, row)) === v));
      const pages = await Promise.all(
        [0, 150, 300].map((at) => rowsOf([], { column: name, descending }, [at, 150])),
      );
      expect(pages.flatMap(({ numbers }) => numbers)).toEqual(wanted);
    }
  },
);

it('keys of digits and capitals are in the order of dictionaries too', async () => {
  const ids = async (descending: boolean) => {
    const { columns, rows } = await rowsOf([], { column: 'id', descending });
    return rows.map((row) => row[columns.indexOf('id')] as string);
  };
  const wanted = [...(await ids(false))].sort(new Intl.Collator('fr').compare);
  expect(await ids(false)).toEqual(wanted);
  expect(await ids(true)).toEqual(wanted.reverse());
});

it('what is filtered is sorted and paged too', async () => {
  const filters: RowFilter[] = [{ kind: 'among', column: 'code', values: ['N'] }];
  const sort = { column: 'area_m2', descending: true };
  const all = await rowsOf(filters, sort);
  const areas = all.numbers.map((row) => sizeOf(row) ?? -1);
  expect(areas).toEqual([...areas].sort((a, b) => b - a));
  expect((await rowsOf(filters, sort, [10, 5])).numbers).toEqual(all.numbers.slice(10, 15));
});

it('a column that the answer has not is refused by name', async () => {
  const refused = { code: 'field-unknown', context: { layer: 'essai', field: 'prix' } };
  await expect(rowsOf([], { column: 'prix', descending: false })).rejects.toMatchObject(refused);
  await expect(
    rowsOf([{ kind: 'range', column: 'prix', min: 0, max: null }]),
  ).rejects.toMatchObject(refused);
});

function between(value: Value, min: number, max: number): boolean {
  return typeof value === 'number' && value >= min && value <= max;
}

/** Area of the square as it was made; null without geometry. */
function sizeOf(row: number): number | null {
  const geometry = many.geometries[row];
  if (geometry?.type !== 'Polygon') return null;
  const [[a, b] = []] = geometry.coordinates;
  return ((b?.[0] ?? 0) - (a?.[0] ?? 0)) ** 2;
}
