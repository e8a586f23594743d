import { createRequire } from 'node:module';
import type { CollectTerritory } from '../collect-territory.ts';

/**
 * The INSEE codes that mean a territory's communes: their own, those of their delegated and associated communes and of the
 * arrondissements of Paris, Lyon and Marseille, and those of communes that were merged into them, unless a commune elsewhere bears the
 * code today. Source: @etalab/decoupage-administratif.
 */
export function territoryCodes(territory: Pick<CollectTerritory, 'communes'>): Set<string> {
  return new Set(communesByCode(territory).keys());
}

/** Each of `territoryCodes` → the code of the commune that it means today. */
export function communesByCode({
  communes,
}: Pick<CollectTerritory, 'communes'>): Map<string, string> {
  const own = new Set(communes.map(({ code }) => code));
  const all: OfficialCommune[] = createRequire(import.meta.url)(
    '@etalab/decoupage-administratif/data/communes.json',
  );
  const current = new Set<string>();
  for (const { type, code } of all) if (type === 'commune-actuelle') current.add(code);
  const codes = new Map([...own].map((code) => [code, code]));
  for (const { code, chefLieu, commune, anciensCodes = [] } of all) {
    const home = commune ?? chefLieu ?? code;
    if (!own.has(home)) continue;
    for (const other of [code, ...anciensCodes]) if (!current.has(other)) codes.set(other, home);
  }
  return codes;
}

interface OfficialCommune {
  type: string;
  code: string;
  /** Of a delegated or associated commune: the code of the one it is part of. */
  chefLieu?: string;
  /** Of a municipal arrondissement: the code of its commune. */
  commune?: string;
  /** Of communes that were merged into it. */
  anciensCodes?: string[];
}
