import { readFileSync } from 'node:fs';
import { createRandom } from '../random.ts';
import type { LocalWay } from './blocks.ts';
import type { GroundRoad } from './ground.ts';

/** The streets and tracks as local roads: common names of the region, each once in a commune; tracks have none. */
export function nameStreets(ways: LocalWay[]): GroundRoad[] {
  const names: string[] = JSON.parse(
    readFileSync(new URL('../../../data/ground/street-names.json', import.meta.url), 'utf8'),
  );
  const used = new Map<string, number>();
  return ways.map(({ commune, kind, line }): GroundRoad => {
    if (kind === 'track') return { name: '', kind: 'locale', line };
    const count = used.get(commune) ?? 0;
    used.set(commune, count + 1);
    return { name: nthName(names, commune, count), kind: 'locale', line };
  });
}

const TYPES = [
  '',
  'allée',
  'impasse',
  'résidence',
  'place',
  'sentier',
  'passage',
  'clos',
  'cour',
  'square',
];

/** Names in an order that the commune draws; then the same names as alleys, dead ends, squares and so on. */
function nthName(names: string[], commune: string, count: number): string {
  const shift = createRandom(`streets ${commune}`).integer(0, names.length - 1);
  const name = names[(shift + count * 17) % names.length]!;
  const round = Math.floor(count / names.length);
  if (round === 0) return name;
  const type = TYPES[round % TYPES.length]!;
  const turn = round >= TYPES.length ? ` ${Math.floor(round / TYPES.length) + 1}` : '';
  return `${name.replace(/^rue/, type === '' ? 'rue' : type)}${turn}`;
}
