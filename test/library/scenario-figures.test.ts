import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openEngine, readCatalogue } from '../../scripts/ask/open-folder.ts';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import { inUnit } from '../../src/domain/compare-impacts.ts';
import type { Criterion, Impact } from '../../src/domain/impact.ts';
import type { Shape } from '../../src/domain/shape.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PUBLIC = join(ROOT, 'public');
const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const criteria: Criterion[] = read('data/impacts.json').impacts;
let engine: Engine;

beforeAll(async () => {
  await buildTerritory();
  engine = await openEngine(PUBLIC, await readCatalogue(PUBLIC));
}, 600_000);

async function shapesOf(layer: string): Promise<Map<string, Shape>> {
  const { rows, columns } = await engine.call('drawLayer', { layer, fields: ['id', 'variante'] });
  const shapes = Array.from(rows, async (_, i) => {
    const key = String(columns.id?.[i]);
    const { geometry } = await engine.call('readShape', { layer, key });
    const name = String(columns.variante?.[i]);
    return [name, { name, geometry }] as const;
  });
  return new Map(await Promise.all(shapes));
}

const shownValue = (impact: Impact, criterion: Criterion) => {
  const value = impact.measured.find((own) => own.criterion === criterion.id)?.value ?? null;
  return value === null ? null : inUnit(value, criterion);
};

describe('the impacts of variants A and B', () => {
  it('are the figures that the statement of question q20 finds', { timeout: 120_000 }, async () => {
    const { sql } = read('data/questions/20-deplacer-la-zone-de-projet.json').ask;
    const { ipc } = await engine.call('sql', { sql: sql.join('\n') });
    const { columns, rows } = readRows(ipc);
    const of = (name: string) => columns.indexOf(name);
    const shapes = await shapesOf('scenarios');
    const impactOf = (name: string) =>
      engine.call('impact', { shapes: [shapes.get(name) as Shape], halfWidth: 0, criteria });
    const [a, b] = [await impactOf('A'), await impactOf('B')];
    expect(rows.length).toBe(13);
    for (const row of rows) {
      const label = row[of('critere')];
      const criterion = criteria.find((own) => own.label === label) as Criterion;
      expect(criterion, String(label)).toBeDefined();
      expect(shownValue(a, criterion), `${label}, A`).toBeCloseTo(
        Number(row[of('variante_a')]),
        0.99,
      );
      expect(shownValue(b, criterion), `${label}, B`).toBeCloseTo(
        Number(row[of('variante_b')]),
        0.99,
      );
    }
  });
});
