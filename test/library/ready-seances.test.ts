import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { holdSeance } from '../../src/domain/hold-seance.ts';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { openTerritory, PUBLIC } from './territory-engine.ts';

const FOLDER = join(PUBLIC, '..', 'data', 'seances');
const SEANCES = readdirSync(FOLDER).map((name) =>
  parseSeance(JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))),
);

let catalogue: Catalogue;
let engine: Engine;

beforeAll(async () => {
  ({ catalogue, engine } = await openTerritory());
});

describe.each(SEANCES.map((seance) => [seance.id, seance] as const))('the session %s', (_, own) => {
  it('shows only what the catalogue has', () => {
    expect(holdSeance(own, catalogue)).toEqual({ seance: own, foreign: null, faults: [] });
  });

  it('has views within the territory', () => {
    const [west, south, east, north] = catalogue.territory.extent;
    const outside = own.items.filter(({ scene: { extent } }) => {
      const [w, s, e, n] = extent;
      return e <= west || w >= east || n <= south || s >= north;
    });
    expect(outside.map(({ number }) => number)).toEqual([]);
  });

  it('chooses features and communes that exist, each once', async () => {
    for (const { number, scene } of own.items) {
      const { selection, commune } = scene;
      if (selection) expect([number, await countOf(selection)]).toEqual([number, 1]);
      if (commune) {
        expect([number, await countOf({ layer: 'communes', key: commune })]).toEqual([number, 1]);
      }
    }
  });

  it('asks questions that find something', async () => {
    for (const { number, scene } of own.items) {
      if (!scene.question) continue;
      const { count } = await engine.call('ask', { question: scene.question });
      expect(count, `item ${number}`).toBeGreaterThan(0);
    }
  });
});

async function countOf({ layer, key }: { layer: string; key: string }): Promise<number> {
  const field = findLayer(catalogue, layer).key;
  const where: Question['where'] = { kind: 'compare', field, op: '=', value: key };
  const { count } = await engine.call('ask', { question: { target: layer, where } });
  return count;
}
