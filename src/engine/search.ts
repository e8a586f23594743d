import { isInseeCode } from '../domain/commune.ts';
import { AppError } from '../domain/errors.ts';
import type { Feature, Place } from '../domain/feature.ts';
import { foldText } from '../domain/fold-text.ts';
import type { Layer } from '../domain/layer.ts';
import { parcelId, parseParcelNumber } from '../domain/parcel-number.ts';
import type { Extent } from '../domain/units.ts';
import { rowBoxes } from '../geo/row-boxes.ts';
import { featureAt, findFeature } from './find-feature.ts';
import type { LayerStore } from './layer-store.ts';
import {
  ADDRESSES,
  type AddressStreet,
  houseOf,
  housesIn,
  readAddresses,
} from './search-addresses.ts';
import { readStreets, type Street, streetOf } from './search-streets.ts';
import type { Work } from './work.ts';

/**
 * Places that a text names, best first: the parcel of that number, or where it is not there those of the nearest numbers; features of the
 * layers searched by title whose title holds every word typed; for an address, the house and its street. Accents, case and hyphens do not matter.
 * Reads the searched layers when first called, and addresses and streets when one is first asked for.
 */
export async function search(
  index: SearchIndex,
  store: LayerStore,
  text: string,
  limit: number,
  work: Work,
): Promise<Place[]> {
  const words = foldText(text);
  if (words === '') return [];
  const parcels = await readable(() => findParcels(index, store, text, work), work);
  const ranked = (await index.entries(work))
    .map((entry) => ({ entry, rank: rankOf(entry.folded, words) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.entry.order - b.entry.order);
  const houses = await readable(() => findHouses(index, text, work), work);
  const streets = await readable(() => findStreets(index, text, work), work);
  const titled = ranked.map(({ entry }) => entry.place);
  return [...parcels, ...houses, ...titled, ...streets].slice(0, limit);
}

/** What was found; nothing when its files cannot be read, which their own rows on screen tell of. */
async function readable(find: () => Promise<Place[]>, work: Work): Promise<Place[]> {
  try {
    return await find();
  } catch (error) {
    work.signal.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    return [];
  }
}

/** The addresses that a text with the number of a house names, best street first. */
async function findHouses(index: SearchIndex, text: string, work: Work): Promise<Place[]> {
  const [street, house] = [streetOf(text), houseOf(text)];
  if (!street || !house) return [];
  return housesIn(bestFirst(await index.addresses(work), street), house);
}

/** The streets of an address, best first. */
async function findStreets(index: SearchIndex, text: string, work: Work): Promise<Place[]> {
  const street = streetOf(text);
  if (!street) return [];
  return bestFirst(await index.streets(work), street).map(({ place }) => place);
}

function bestFirst<T extends { folded: string }>(streets: readonly T[], street: string): T[] {
  return streets
    .map((entry) => ({ entry, rank: rankOf(entry.folded, street) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || (a.entry.folded < b.entry.folded ? -1 : 1))
    .map(({ entry }) => entry);
}

/** The titles of the layers that are searched, read once. */
export class SearchIndex {
  readonly #store: LayerStore;
  #entries: Entry[] | null = null;
  #streets: Street[] | null = null;
  #addresses: AddressStreet[] | null = null;

  constructor(store: LayerStore) {
    this.#store = store;
  }

  /** Every street, read once. @throws {AppError} what a file that cannot be read throws. */
  async streets(work: Work): Promise<Street[]> {
    this.#streets ??= await readStreets(this.#store, work);
    return this.#streets;
  }

  /** Every street that has addresses, read once. @throws {AppError} what a file that cannot be read throws. */
  async addresses(work: Work): Promise<AddressStreet[]> {
    this.#addresses ??= await readAddresses(this.#store, work);
    return this.#addresses;
  }

  /**
   * Every feature that can be found by its title; those without geometry are left out: there is nowhere to fly to. A layer
   * that cannot be read is left out too, and tried again at the next search; its own row on screen tells of it.
   * @throws {AppError} what the first layer threw, when none could be read.
   */
  async entries(work: Work): Promise<Entry[]> {
    if (this.#entries) return this.#entries;
    const layers = this.#store.catalogue.layers.filter(
      ({ id, search: by }) => by === 'title' && id !== ADDRESSES,
    );
    const lists = await Promise.allSettled(
      layers.map((layer) => layerEntries(this.#store, layer, work)),
    );
    work.signal.throwIfAborted();
    const failures = lists.filter((list) => list.status === 'rejected');
    if (failures[0] && failures.length === lists.length) throw failures[0].reason;
    const entries = lists
      .flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
      .map((entry, order) => ({ ...entry, order }));
    if (failures.length > 0) return entries;
    this.#entries = entries;
    return this.#entries;
  }
}

interface Entry {
  place: Place;
  folded: string;
  order: number;
}

async function layerEntries(store: LayerStore, layer: Layer, work: Work): Promise<Entry[]> {
  const { table } = await store.whole(layer.id, work);
  const boxes = rowBoxes(table.geometry);
  const at = (field: string | undefined, row: number) =>
    String((field && table.columns[field]?.[row]) ?? '');
  return Array.from({ length: table.geometry.length }, (_, row) => row)
    .filter((row) => !Number.isNaN(boxes[4 * row]))
    .map((row) => {
      const title = at(layer.titleField, row);
      const place: Place = {
        layer: layer.id,
        key: at(layer.key, row),
        title,
        subtitle: at(layer.subtitleField, row),
        extent: [...boxes.subarray(4 * row, 4 * row + 4)] as unknown as Extent,
      };
      return { place, folded: foldText(title), order: 0 };
    });
}

/** 0 for the same text, then: begins with it, a word begins with it, all words somewhere; else infinite. */
function rankOf(title: string, words: string): number {
  if (title === words) return 0;
  if (title.startsWith(words)) return 1;
  if (` ${title}`.includes(` ${words}`)) return 2;
  const isEveryWordThere = words.split(' ').every((word) => ` ${title}`.includes(` ${word}`));
  return isEveryWordThere ? 3 : Number.POSITIVE_INFINITY;
}

/** The parcels of that number. */
async function findParcels(
  index: SearchIndex,
  store: LayerStore,
  text: string,
  work: Work,
): Promise<Place[]> {
  const layer = store.catalogue.layers.find(({ search: by }) => by === 'parcel');
  const query = parseParcelNumber(text);
  if (!layer || !query) return [];
  const ids = query.kind === 'id' ? [query.id] : await idsInCommunes(index, store, query, work);
  const features = await Promise.all(ids.map((id) => findFeature(store, layer.id, id, work)));
  const found = features.flatMap((feature) =>
    feature?.extent ? [parcelPlace(layer, feature, feature.extent)] : [],
  );
  if (found.length > 0) return found;
  return ids[0] ? parcelsNear(store, layer, ids[0], work) : [];
}

/**
 * The parcels of the section of `id` whose numbers are nearest to its own, among the row groups that could have held it: a section that
 * lies in several may have nearer ones elsewhere.
 */
async function parcelsNear(
  store: LayerStore,
  layer: Layer,
  id: string,
  work: Work,
): Promise<Place[]> {
  const [section, number] = [id.slice(0, -4), Number(id.slice(-4))];
  const gapOf = (key: string) => Math.abs(Number(key.slice(-4)) - number);
  const groups = await store.holding(layer.id, id, work);
  return groups
    .flatMap((loaded) => {
      const keys = loaded.table.columns[layer.key] ?? [];
      return Array.from(keys, (value, row) => ({ loaded, row, key: String(value) }));
    })
    .filter(({ key }) => key.startsWith(section))
    .sort((a, b) => gapOf(a.key) - gapOf(b.key) || (a.key < b.key ? -1 : 1))
    .slice(0, MAX_NEAR)
    .map(({ loaded, row }) => featureAt(loaded, row))
    .flatMap((feature) =>
      feature.extent ? [{ ...parcelPlace(layer, feature, feature.extent), isNear: true }] : [],
    );
}

/** Parcels told of where the one asked for is not there. */
const MAX_NEAR = 5;

async function idsInCommunes(
  index: SearchIndex,
  store: LayerStore,
  query: Extract<ReturnType<typeof parseParcelNumber>, { kind: 'number' }>,
  work: Work,
): Promise<string[]> {
  const commune = foldText(query.commune);
  if (commune === '') return [];
  const communes = communeLayers(store);
  return (await index.entries(work))
    .filter(({ place, folded }) => communes.has(place.layer) && rankOf(folded, commune) <= 2)
    .filter(({ place }) => isInseeCode(place.key))
    .sort((a, b) => rankOf(a.folded, commune) - rankOf(b.folded, commune))
    .slice(0, MAX_COMMUNES)
    .map(({ place }) => parcelId(place.key, query.prefix, query.section, query.number));
}

/** Layers searched by title whose key is the code of a commune: one of polygons with a field `code`, its key. */
function communeLayers(store: LayerStore): Set<string> {
  const layers = store.catalogue.layers.filter(
    ({ search: by, geometry, key }) => by === 'title' && geometry === 'polygon' && key === 'code',
  );
  return new Set(layers.map(({ id }) => id));
}

function parcelPlace(layer: Layer, { key, attributes }: Feature, extent: Extent): Place {
  const commune = String(attributes.commune ?? '');
  const names = layer.fields.find(({ name }) => name === 'commune')?.codes;
  return { layer: layer.id, key, title: key, subtitle: names?.[commune] ?? commune, extent };
}

/** Communes that one parcel number is looked for in, when several names begin alike. */
const MAX_COMMUNES = 3;
