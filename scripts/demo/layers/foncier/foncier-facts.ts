import { readFileSync } from 'node:fs';

/** Published figures of land and farming. */
export interface LandFacts {
  acquiredHa: number;
  soldHa: number;
  consumedHa: number;
  farms: number;
  organicFarms: number;
  shortCircuitPercent: number;
}

/** The published figures of land and farming. */
export function readLand(): LandFacts {
  const url = new URL('../../../../data/facts/land.json', import.meta.url);
  const facts = JSON.parse(readFileSync(url, 'utf8'));
  return facts.land;
}
