import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjects } from '../../scripts/demo/facts.ts';
import {
  readHousing,
  readNamedActions,
  readQuarters,
} from '../../scripts/demo/layers/habitat/habitat-facts.ts';
import { readPlanning } from '../../scripts/demo/layers/urbanisme/urbanisme-facts.ts';

const SEEDS = join(import.meta.dirname, '../../../shared/seeds');

describe('facts of planning and housing', () => {
  it('name 15 of 16 and 3 of 9 quarters, and 123 of 129 actions', () => {
    const { qpv, qic } = readQuarters();
    expect([qpv.length, qpv.filter(({ source }) => source).length]).toEqual([16, 15]);
    const named = qic.filter(({ name }) => !name.includes('nom non cité'));
    expect([qic.length, named.length]).toEqual([9, 3]);
    expect([readNamedActions().length, readHousing().actions.kept]).toEqual([123, 129]);
  });

  describe.skipIf(!existsSync(SEEDS))(
    'against the documents (skipped without ../shared/seeds)',
    () => {
      const cited = [
        ...[...readQuarters().qpv, ...readQuarters().qic].flatMap(({ name, source }) =>
          source && !name.includes('nom non cité') ? [[name, source] as const] : [],
        ),
        ...readHousing().cities.map(({ name, source }) => [name, source] as const),
        ...readHousing().renovation.map(({ name, source }) => [name, source] as const),
        ...readNamedActions().map(({ title, source }) => [title, source] as const),
        ...readPlanning().procedures.map(({ object, source }) => [object, source] as const),
      ];

      it.each(cited)('%s: the lines %s speak of it', (name, source) => {
        const passage = words(readPassage(source));
        expect(words(name).filter((word) => passage.includes(word))).not.toEqual([]);
      });
    },
  );
});

/** The lines of a source, counted on line feeds alone. */
function readPassage(source: string): string {
  const [id, lines] = source.split(':') as [string, string];
  const [first, last] = lines.split('-').map(Number) as [number, number?];
  const text = readFileSync(join(SEEDS, readProjects().documents[id]!.file), 'utf8');
  return text
    .split('\n')
    .slice(first - 1, last ?? first)
    .join(' ');
}

function words(text: string): string[] {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe');
  return folded.match(/[a-z0-9]{3,}/g) ?? [];
}
