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

/** Each of `territoryCodes` → the code of the commune that it means today. The first call reads the list, some 0.3 s. */
export function communesByCode({
  communes,
}: Pick<CollectTerritory, 'communes'>): Map<string, string> {
  others ??= readOthers();
  const codes = new Map(communes.map(({ code }) => [code, code]));
  for (const { code } of communes) {
    for (const other of others.get(code) ?? []) codes.set(other, code);
  }
  return codes;
}

/** Commune → the other codes that mean it. */
let others: Map<string, string[]> | null = null;

function readOthers(): Map<string, string[]> {
  const all: OfficialCommune[] = createRequire(import.meta.url)(
    '@etalab/decoupage-administratif/data/communes.json',
  );
  const current = new Set<string>();
  for (const { type, code } of all) if (type === 'commune-actuelle') current.add(code);
  const found = new Map<string, string[]>();
  for (const { code, chefLieu, commune, anciensCodes = [] } of all) {
    const free = [code, ...anciensCodes].filter((other) => !current.has(other));
    if (free.length === 0) continue;
    const home = commune ?? chefLieu ?? code;
    found.set(home, [...(found.get(home) ?? []), ...free]);
  }
  return found;
}

/** Whether a value names one of `codes`, alone or in a list (`62119,62120`); `placeless` when it names no commune at all. */
export function judgeCommune(value: unknown, codes: ReadonlySet<string>): Placed {
  const named = communesIn(value);
  if (named.length === 0) return 'placeless';
  return named.some((code) => codes.has(code)) ? 'in' : 'out';
}

/** Whether something is a territory's; `placeless` where nothing tells it. */
export type Placed = 'in' | 'out' | 'placeless';

/** The INSEE codes that a value names; numbers, and cells of them, have lost the zero before them. */
function communesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(communesIn);
  const text = String(value ?? '').trim();
  const whole = /^\d{4}$/.test(text) ? `0${text}` : text.toUpperCase();
  return whole.match(/\b\d[\dAB]\d{3}\b/g) ?? [];
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
