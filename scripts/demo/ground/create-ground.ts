import { readFileSync } from 'node:fs';
import { createCommuneGrid } from './commune-grid.ts';
import { findHearts, shapeCommunes } from './communes.ts';
import { layDitches } from './ditches.ts';
import type { Ground } from './ground.ts';
import { readOfficialCommunes } from './official-communes.ts';
import { layRivers, readRiverFacts } from './rivers.ts';
import { layRails, layRoads } from './ways.ts';

/**
 * The simulated ground of the territory that `data/territory.json` names: the same on every run.
 * `progress` is told, in English, what is being made.
 */
export function createGround(progress: (message: string) => void = () => {}): Ground {
  progress('communes');
  const official = readOfficialCommunes(readSiren());
  const grid = createCommuneGrid(official);
  const hearts = findHearts(grid, official);
  const communes = shapeCommunes(grid, official, hearts);
  progress('watercourses');
  const named = layRivers(grid, hearts, readRiverFacts());
  const rivers = [...named, ...layDitches(communes, named)];
  progress('roads and rail lines');
  const roads = layRoads(hearts);
  const rails = layRails(hearts);
  return { communes, rivers, roads, rails, covers: [] };
}

function readSiren(): string {
  const url = new URL('../../../data/territory.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')).siren;
}
