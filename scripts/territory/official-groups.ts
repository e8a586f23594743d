import { createRequire } from 'node:module';
import { AppError } from '../../src/domain/errors.ts';
import type { Extent } from '../../src/domain/units.ts';

/** A commune of the official list. */
export interface GroupCommune {
  /** INSEE code, five characters. */
  code: string;
  name: string;
  /** Total population. */
  population: number;
  department: string;
  region: string;
  /** Degrees, `[minLng, minLat, maxLng, maxLat]`; the box of the whole group for the few communes whose own is not in the list. */
  extent: Extent;
  /** Whether the extent is its own. */
  hasOwnExtent: boolean;
}

/** An intercommunality (EPCI à fiscalité propre) of the official list. */
export interface OfficialGroup {
  siren: string;
  name: string;
  /** `CA`, `CC`, `CU`, `METRO`, `MET69`. */
  type: string;
  /** By INSEE code. */
  communes: GroupCommune[];
}

/** An intercommunality as a list of them shows it. */
export interface ListedGroup {
  siren: string;
  name: string;
  /** `CA`, `CC`, `CU`, `METRO`, `MET69`. */
  type: string;
  /** Total population. */
  population: number;
  communes: { code: string; name: string }[];
}

/** Every intercommunality of the official list (@etalab/decoupage-administratif), in its order. */
export function listOfficialGroups(): ListedGroup[] {
  return load<Group[]>('@etalab/decoupage-administratif/data/epci.json').map((group) => ({
    siren: group.code,
    name: group.nom,
    type: group.type,
    population: group.populationTotale,
    communes: group.membres.map(({ code, nom }) => ({ code, name: nom })),
  }));
}

/**
 * The intercommunality of a SIREN. Sources: @etalab/decoupage-administratif (names, codes, populations, memberships),
 * @etalab/fr-bounding-boxes (extents). About 0.3 s the first time.
 * @throws {AppError} `territory-unknown` with the `siren` where the list has none.
 */
export function readOfficialGroup(siren: string): OfficialGroup {
  const group = load<Group[]>('@etalab/decoupage-administratif/data/epci.json').find(
    ({ code }) => code === siren,
  );
  if (!group) throw new AppError('territory-unknown', `no EPCI ${siren}`, { siren });
  const { boxes, places } = listed();
  const whole = boxAround(
    group.membres.flatMap(({ code }) => (boxes.has(code) ? [boxes.get(code) as Extent] : [])),
  );
  const communes = group.membres.map(({ code, nom, populationTotale }): GroupCommune => {
    const { departement: department, region } = places.get(code) as Commune;
    const extent = boxes.get(code) ?? whole;
    const hasOwnExtent = boxes.has(code);
    return {
      code,
      name: nom,
      population: populationTotale,
      department,
      region,
      extent,
      hasOwnExtent,
    };
  });
  communes.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { siren, name: group.nom, type: group.type, communes };
}

/** The box around boxes, all in degrees, `[minLng, minLat, maxLng, maxLat]`. */
export function boxAround(boxes: readonly Extent[]): Extent {
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}

/** Every commune of the list by its code, and the boxes that it knows; read once. */
function listed() {
  known ??= {
    boxes: new Map(
      load<NamedBox[]>('@etalab/fr-bounding-boxes/dist/communes.json').map(
        ({ id, bbox }): [string, Extent] => [id.slice('fr:commune:'.length), bbox],
      ),
    ),
    places: new Map(
      load<Commune[]>('@etalab/decoupage-administratif/data/communes.json')
        .filter(({ type }) => type === 'commune-actuelle')
        .map((commune) => [commune.code, commune]),
    ),
  };
  return known;
}

let known: { boxes: Map<string, Extent>; places: Map<string, Commune> } | null = null;

const load = <T>(path: string): T => createRequire(import.meta.url)(path);

interface Group {
  code: string;
  nom: string;
  type: string;
  populationTotale: number;
  membres: { code: string; nom: string; populationTotale: number }[];
}

interface NamedBox {
  id: string;
  bbox: [number, number, number, number];
}

interface Commune {
  code: string;
  type: string;
  departement: string;
  region: string;
}
