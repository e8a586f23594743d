import { tableFromIPC } from 'apache-arrow';
import { expect, it } from 'vitest';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { ROW_COLUMN, tableToIpc } from '../../src/loaders/to-arrow.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';

const { fields } = createLayerMeta({
  nom: 'text',
  nombre: 'integer',
  grand: 'integer',
  part: 'number',
  actif: 'boolean',
  jour: 'date',
});
const columns = {
  nom: ['é𝄞', null, ''],
  nombre: [1, -2, null],
  grand: [20007246000010, null, 3],
  part: [0.1, null, -1e300],
  actif: [true, null, false],
  jour: ['2024-02-29', null, '2024-03-01'],
};
const table = createLayerTable([createSquare(2, 50, 1), null, createSquare(3, 50, 1)], columns);

it('an Arrow table holds every value and null in its type', () => {
  const back = tableFromIPC(tableToIpc(table, fields, { firstRow: 4096 }));
  expect([...back.toArray()].map((row) => row.toJSON())).toEqual(
    [0, 1, 2].map((row) => ({
      [ROW_COLUMN]: 4096 + row,
      ...Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[row]])),
    })),
  );
  expect(back.schema.fields.map(({ type }) => String(type))).toEqual([
    'Uint32',
    'Utf8',
    'Int32',
    'Float64',
    'Float64',
    'Bool',
    'Utf8',
  ]);
});

it('geometry is WKB that says it is, null where there is none', () => {
  const back = tableFromIPC(tableToIpc(table, [], { withGeometry: true }));
  const field = back.schema.fields.find(({ name }) => name === 'geometry');
  expect(field?.metadata.get('ARROW:extension:name')).toBe('geoarrow.wkb');
  const column = readWkb([...(back.getChild('geometry') ?? [])]);
  expect(rowToGeometry(column, 0)).toEqual(createSquare(2, 50, 1));
  expect(rowToGeometry(column, 1)).toBeNull();
});

it('an empty table keeps its columns', () => {
  const empty = tableFromIPC(tableToIpc(createLayerTable([], { nom: [] }), fields.slice(0, 1)));
  expect(empty.numRows).toBe(0);
  expect(empty.schema.fields.map(({ name }) => name)).toEqual([ROW_COLUMN, 'nom']);
});
