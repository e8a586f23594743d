import type { Extent } from '../../src/domain/units.ts';
import { boxAround, type OfficialGroup, readOfficialGroup } from '../territory/official-groups.ts';

/** What recipes are filled with: a French intercommunality of the official list. */
export interface CollectTerritory extends OfficialGroup {
  /** Codes of its departments and regions: `["62"]`, `["32"]`. */
  departments: string[];
  regions: string[];
  /** Box of its communes, degrees, `[minLng, minLat, maxLng, maxLat]`. */
  extent: Extent;
}

/** @throws {AppError} `territory-unknown`. */
export function readCollectTerritory(siren: string): CollectTerritory {
  const group = readOfficialGroup(siren);
  const { communes } = group;
  return {
    ...group,
    departments: [...new Set(communes.map(({ department }) => department))].sort(),
    regions: [...new Set(communes.map(({ region }) => region))].sort(),
    extent: boxAround(communes.map(({ extent }) => extent)),
  };
}

/**
 * An address with its placeholders filled: `{siren}`, `{code}` (INSEE), `{departement}` (of the commune), `{region}`, `{west}`,
 * `{south}`, `{east}`, `{north}`, and those of `more`. Values are percent-encoded.
 * @throws {Error} for a placeholder that nothing fills: a fault of the recipe.
 */
export function fillUrl(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing fills {${name}} of ${pattern}`);
    return encodeURIComponent(value);
  });
}
