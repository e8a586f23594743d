import type { Place } from '../domain/feature.ts';
import { foldText } from '../domain/fold-text.ts';
import type { Extent } from '../domain/units.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import type { LayerStore } from './layer-store.ts';
import type { Work } from './work.ts';

/** Id of the layer of addresses, whose fields `numero`, `rep` and `nom_voie` are those of the Base Adresse Nationale. */
export const ADDRESSES = 'adresses';

/** The addresses of one street of one commune. */
export interface AddressStreet {
  /** Name and commune, folded, as those of a `Street`. */
  folded: string;
  /** House number → its addresses, those with a letter after the one without. */
  houses: Map<number, { rep: string; place: Place }[]>;
}

/** A house that somebody types before the name of a street. */
export interface House {
  number: number;
  /** `bis`, `ter`, `a`; empty for none. */
  rep: string;
}

/** The house of an address, `12 bis rue de la Gare`; null where none is typed. Of `12-14` it is the first. */
export function houseOf(text: string): House | null {
  const [, number, rep = ''] = text.match(HOUSE) ?? [];
  return number ? { number: Number(number), rep: rep.toLowerCase() } : null;
}

const HOUSE = /^\s*(\d{1,4})(?:\s*[-/]\s*\d+)?\s*(bis|ter|quater|[a-z]\b)?\s*,?\s+(?=\D)/i;

/**
 * The streets that have addresses, by name and commune. Reads the layer `adresses` whole when an address is first sought; empty for a
 * catalogue without it. About 0.2 s for 130 000 addresses once they are there.
 */
export async function readAddresses(store: LayerStore, work: Work): Promise<AddressStreet[]> {
  const layer = store.catalogue.layers.find(({ id }) => id === ADDRESSES);
  if (!layer) return [];
  const { table } = await store.whole(layer.id, work);
  const boxes = rowBoxes(table.geometry);
  const at = (field: string | undefined, row: number) =>
    String((field && table.columns[field]?.[row]) ?? '');
  const streets = new Map<string, AddressStreet>();
  for (let row = 0; row < table.geometry.length; row++) {
    const number = Number(at('numero', row) || Number.NaN);
    if (!Number.isInteger(number) || Number.isNaN(boxes[4 * row])) continue;
    const subtitle = at(layer.subtitleField, row);
    const name = `${at('nom_voie', row)} ${subtitle}`;
    const street = streets.get(name) ?? { folded: foldText(name), houses: new Map() };
    streets.set(name, street);
    const extent = [...boxes.subarray(4 * row, 4 * row + 4)] as unknown as Extent;
    const title = at(layer.titleField, row);
    const place = { layer: layer.id, key: at(layer.key, row), title, subtitle, extent };
    const houses = street.houses.get(number) ?? [];
    houses.push({ rep: at('rep', row).toLowerCase(), place });
    street.houses.set(number, houses);
  }
  return [...streets.values()];
}

/** The addresses of a house in streets, in their order; those of another letter after the one that was typed. */
export function housesIn(streets: readonly AddressStreet[], { number, rep }: House): Place[] {
  return streets.flatMap(({ houses }) =>
    [...(houses.get(number) ?? [])]
      .sort((a, b) => Number(b.rep === rep) - Number(a.rep === rep) || (a.rep < b.rep ? -1 : 1))
      .map(({ place }) => place),
  );
}
