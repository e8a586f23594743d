import { readFileSync } from 'node:fs';
import { layBlocks } from './blocks.ts';
import { createCommuneGrid } from './commune-grid.ts';
import { findHearts, shapeCommunes } from './communes.ts';
import { layDitches } from './ditches.ts';
import type { Ground, GroundBlock, GroundCover } from './ground.ts';
import { mergeBlocks } from './merge-blocks.ts';
import { readOfficialCommunes } from './official-communes.ts';
import { layRivers, readRiverFacts } from './rivers.ts';
import { indexTerrain } from './settlement.ts';
import { nameStreets } from './street-names.ts';
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
  progress('blocks and streets');
  const terrain = indexTerrain(roads, rivers);
  const cuts = communes.map((commune) => layBlocks(commune, { rivers, roads, rails }, terrain));
  const blocks = cuts.flatMap((cut) => cut.blocks);
  const streets = nameStreets(cuts.flatMap((cut) => cut.ways));
  progress('land cover');
  const covers = cuts.flatMap((cut) => coverBlocks(cut.blocks));
  return { communes, rivers, roads: [...roads, ...streets], rails, covers, blocks };
}

function coverBlocks(blocks: GroundBlock[]): GroundCover[] {
  return mergeBlocks(blocks, (block) => block.cover).map(({ blocks: merged, shape }) => {
    const { cover, commune } = blocks[merged[0]!]!;
    return { kind: cover, shape, commune };
  });
}

function readSiren(): string {
  const url = new URL('../../../data/territory.json', import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')).siren;
}
