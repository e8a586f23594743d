import type { Feature } from 'geojson';
import type { GroupCommune } from '../../territory/official-groups.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import { territoryCodes } from '../make/territory-codes.ts';
import type { CommuneDifferences } from './communes-notes.ts';

/** The communes of the official list that are not among those given (property `code`). */
export function missingCommunes(
  given: readonly Feature[],
  { communes }: CollectTerritory,
): GroupCommune[] {
  const codes = new Set(given.map(codeOf));
  return communes.filter(({ code }) => !codes.has(code));
}

/**
 * How the communes given (properties `code`, `nom`) differ from those of the official list. `formers`: code of a commune that is not given
 * any more → code of the one that it is part of now, where the service knows it.
 */
export function compareCommunes(
  given: readonly Feature[],
  territory: CollectTerritory,
  formers: ReadonlyMap<string, string>,
): CommuneDifferences {
  const listed = new Map(territory.communes.map((commune) => [commune.code, commune]));
  const names = new Map(given.map((feature) => [codeOf(feature), nameOf(feature)]));
  const missing = missingCommunes(given, territory);
  const known = territoryCodes(territory);
  const extra = given.filter((feature) => !listed.has(codeOf(feature)));
  return {
    missing: missing
      .filter(({ code }) => !formers.has(code))
      .map(({ name, code }) => named(name, code)),
    extra: extra.filter((feature) => !known.has(codeOf(feature))).map(label),
    merged: missing
      .filter(({ code }) => formers.has(code))
      .map(({ name, code }) => {
        const into = formers.get(code) ?? '';
        return { from: named(name, code), into: named(names.get(into) ?? '', into) };
      }),
    split: extra.filter((feature) => known.has(codeOf(feature))).map(label),
    renamed: given.flatMap((feature) => {
      const [code, name] = [codeOf(feature), nameOf(feature)];
      const own = listed.get(code);
      return own && own.name !== name ? [{ code, listed: own.name, given: name }] : [];
    }),
  };
}

const codeOf = ({ properties }: Feature): string => String(properties?.code ?? '');
const nameOf = ({ properties }: Feature): string => String(properties?.nom ?? '');
const label = (feature: Feature): string => named(nameOf(feature), codeOf(feature));

function named(name: string, code: string): string {
  return name ? `${name} (${code})` : code;
}
