import { createRequire } from 'node:module';
import type { CollectTerritory } from '../collect-territory.ts';

/** What the cadastre has a folder of files for. */
export interface CadastrePlace {
  /** INSEE code, of the commune or of the municipal arrondissement. */
  code: string;
  name: string;
  department: string;
  population: number;
}

/**
 * The communes of a territory as the cadastre knows them: the arrondissements of Paris, Lyon and Marseille in the place of these,
 * every other as it is. Source: @etalab/decoupage-administratif.
 */
export function cadastrePlaces({ communes }: Pick<CollectTerritory, 'communes'>): CadastrePlace[] {
  const all: OfficialPlace[] = createRequire(import.meta.url)(
    '@etalab/decoupage-administratif/data/communes.json',
  );
  const quarters = all.filter(({ type }) => type === 'arrondissement-municipal');
  return communes.flatMap(({ code, name, department, population }) => {
    const own = quarters.filter(({ commune }) => commune === code);
    if (own.length === 0) return [{ code, name, department, population }];
    return own.map((quarter) => ({
      code: quarter.code,
      name: quarter.nom,
      department,
      population: quarter.population ?? 0,
    }));
  });
}

interface OfficialPlace {
  type: string;
  code: string;
  nom: string;
  /** Of an arrondissement: the code of its commune. */
  commune?: string;
  population?: number;
}
