import type { Feature } from 'geojson';
import { geometriesToRows } from '../../../src/geo/from-geojson.ts';
import { createSide } from '../../../src/geo/layer-index.ts';
import { locatePoint, POSITION } from '../../../src/geo/locate-point.ts';
import type { GroupCommune } from '../../territory/official-groups.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import { territoryCodes } from '../make/territory-codes.ts';

/** Which planning documents are a territory's. */
export interface PlanDocuments {
  /** Their partitions, sorted: `DU_<SIREN>`, with a letter where an EPCI has several; `DU_<INSEE>`, `PSMV_<INSEE>`. */
  partitions: string[];
  /** Communes of which no document is known: they are under the national rules, or theirs was not handed in. */
  uncovered: GroupCommune[];
}

/**
 * The documents (features of the GPU's `document`, degrees) that are a territory's: its own, those of its communes, of communes that were
 * merged into them, and any other in whose outline the middle of a commune's extent lies which has none of its own, as
 * the PLUi of an EPCI that is no more.
 */
export function planDocuments(
  documents: readonly Feature[],
  territory: CollectTerritory,
): PlanDocuments {
  const isOwn = ownPartitions(territory);
  const own = documents.filter((document) => isOwn(partitionOf(document)));
  const ownCodes = new Set(own.map(codeOf));
  const without = territory.communes.filter(({ code }) => !ownCodes.has(code));
  const { geometry } = geometriesToRows(documents.map((document) => document.geometry));
  const side = createSide(geometry);
  const found = new Set(own.map(partitionOf));
  const uncovered: GroupCommune[] = [];
  for (const commune of without) {
    const [west, south, east, north] = commune.extent;
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const around = documents.filter((_, row) => locatePoint(side, row, x, y) !== POSITION.exterior);
    for (const document of around) found.add(partitionOf(document));
    if (around.length === 0) uncovered.push(commune);
  }
  return { partitions: [...found].filter(isPlan).sort(), uncovered };
}

/** Whether a partition is that of the territory's own document, or of one of its communes: all that is in it is the territory's. */
export function ownPartitions(territory: CollectTerritory): (partition: unknown) => boolean {
  const codes = territoryCodes(territory);
  return (partition) => {
    const code = PARTITION.exec(String(partition))?.[1] ?? '';
    return code === territory.siren || codes.has(code);
  };
}

const partitionOf = ({ properties }: Feature): string => String(properties?.partition ?? '');
const codeOf = (document: Feature): string => PARTITION.exec(partitionOf(document))?.[1] ?? '';
const isPlan = (partition: string): boolean => PARTITION.test(partition);

/** Plans alone: a SCoT is a document too. */
const PARTITION = /^(?:DU|PSMV)_(\w{5}|\d{9})(?:_\w+)?$/;
