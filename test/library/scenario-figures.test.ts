import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inUnit } from '../../src/domain/compare-impacts.ts';
import type { Criterion, Impact } from '../../src/domain/impact.ts';
import type { Shape } from '../../src/domain/shape.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { openTerritory } from './territory-engine.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const criteria: Criterion[] = read('data/impacts.json').impacts;
let engine: Engine;

beforeAll(async () => {
  ({ engine } = await openTerritory());
}, 600_000);

/** The shapes of a layer by a field, of the features whose `nom` is that wanted, if one is. */
async function shapesBy(field: string, layer: string, nom?: string): Promise<Map<string, Shape>> {
  const fields = nom ? ['id', field, 'nom'] : ['id', field];
  const { rows, columns } = await engine.call('drawLayer', { layer, fields });
  const shapes = new Map<string, Shape>();
  for (const i of rows.keys()) {
    if (nom && columns.nom?.[i] !== nom) continue;
    const key = String(columns.id?.[i]);
    const { geometry } = await engine.call('readShape', { layer, key });
    const name = String(columns[field]?.[i]);
    shapes.set(name, { name, geometry });
  }
  return shapes;
}

async function runSql(path: string, values: Record<string, string> = {}) {
  const { ask } = read(path) as { ask: { sql: string[] } };
  const text = Object.entries(values).reduce(
    (sql, [name, value]) => sql.replaceAll(`$${name}`, `'${value}'`),
    ask.sql.join('\n'),
  );
  const { columns, rows } = readRows((await engine.call('sql', { sql: text })).ipc);
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
}

const shownValue = (impact: Impact, criterion: Criterion) => {
  const value = impact.measured.find((own) => own.criterion === criterion.id)?.value ?? null;
  return value === null ? null : inUnit(value, criterion);
};

describe('the impacts of variants A and B', () => {
  it('are the figures that the statement of question q20 finds', { timeout: 120_000 }, async () => {
    const rows = await runSql('data/questions/20-deplacer-la-zone-de-projet.json');
    const shapes = await shapesBy('variante', 'scenarios');
    const impactOf = (name: string) =>
      engine.call('impact', { shapes: [shapes.get(name) as Shape], halfWidth: 0, criteria });
    const [a, b] = [await impactOf('A'), await impactOf('B')];
    expect(rows.length).toBe(13);
    for (const row of rows) {
      const label = row.critere;
      const criterion = criteria.find((own) => own.label === label) as Criterion;
      expect(criterion, String(label)).toBeDefined();
      expect(shownValue(a, criterion), `${label}, A`).toBeCloseTo(Number(row.variante_a), 0.99);
      expect(shownValue(b, criterion), `${label}, B`).toBeCloseTo(Number(row.variante_b), 0.99);
    }
  });
});

describe('an easement against a purchase', () => {
  it('touches the parcels, farmers and farmland that the statement of question q36 finds', async () => {
    const zone = 'ZEC de Gosnay 1';
    const rows = await runSql('data/questions/36-servitude-de-sur-inondation.json', { zone });
    const shapes = await shapesBy('mode', 'sup_surinondation', zone);
    expect([...shapes.keys()].sort()).toEqual(rows.map(({ mode }) => mode).sort());
    for (const row of rows) {
      const wanted = criteria.filter(({ id }) =>
        ['parcelles', 'terres', 'exploitants'].includes(id),
      );
      const shape = shapes.get(String(row.mode)) as Shape;
      const request = { shapes: [shape], halfWidth: 0, criteria: wanted };
      const { area, measured } = await engine.call('impact', request);
      const of = (id: string) => measured.find(({ criterion }) => criterion === id);
      expect(area / 10_000, `${shape.name}, ha`).toBeCloseTo(Number(row.surface_ha), 1);
      const covered = of('parcelles')?.features.filter(({ amount }) => amount > 1);
      expect(covered?.length, `${shape.name}, parcels`).toBe(Number(row.parcelles));
      expect(of('exploitants')?.value, `${shape.name}, farmers`).toBe(Number(row.exploitants));
      const farmland = (of('terres')?.value ?? 0) / 10_000;
      expect(farmland, `${shape.name}, farmland`).toBeCloseTo(Number(row.agricole_ha), 1);
    }
  });
});
