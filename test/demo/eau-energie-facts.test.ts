import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WATER_FACTS } from '../../scripts/demo/layers/eau/eau-facts.ts';
import { ENERGY_FACTS } from '../../scripts/demo/layers/energie/energie-facts.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

/** What is said, and the document and lines that say it. */
const CITED: [said: string, source: string][] = [
  ...[
    ...WATER_FACTS.wellFields,
    ...WATER_FACTS.plants,
    ...WATER_FACTS.sewageWorks,
    ...ENERGY_FACTS.recyclingCentres,
    ...ENERGY_FACTS.roofs,
    ...ENERGY_FACTS.plants,
    ...ENERGY_FACTS.consumers,
  ].map(({ name, source }): [string, string] => [name, source]),
  ...WATER_FACTS.redWater.map(({ action, source }): [string, string] => [action, source]),
  ...ENERGY_FACTS.heatNetwork.planned.map((name): [string, string] => [
    name,
    ENERGY_FACTS.heatNetwork.source,
  ]),
];

describe.skipIf(!existsSync(SEEDS))(
  'the facts of water and energy (skipped without ../shared/seeds)',
  () => {
    it.each(CITED)('%s: the lines %s speak of it', (said, source) => {
      const passage = fold(linesOf(source));
      const stems = fold(said)
        .split(/[^a-z]+/)
        .filter((word) => word.length > 4)
        .map((word) => word.slice(0, 5));
      expect(stems.filter((stem) => passage.includes(stem))).not.toEqual([]);
    });

    it('the communes with softened water are eleven, then most of one', () => {
      const passage = fold(linesOf(WATER_FACTS.softened.source));
      expect(WATER_FACTS.softened.communes).toHaveLength(11);
      expect(passage).toContain('noeux-les-mines');
      expect(passage).toContain('majorite des usagers');
    });
  },
);

function linesOf(source: string): string {
  const [id, lines] = source.split(':') as [string, string];
  const [first, last] = lines.split('-').map(Number) as [number, number?];
  const file = readdirSync(SEEDS).find((name) => name.startsWith(id))!;
  const all = readFileSync(join(SEEDS, file), 'utf8').split('\n');
  return all.slice(first - 1, last ?? first).join(' ');
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[œŒ]/g, 'oe').toLowerCase();
}
