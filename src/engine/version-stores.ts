import type { Layer } from '../domain/layer.ts';
import type { LayerStore } from './layer-store.ts';

/** The stores of versions that are looked at beside those served: the last few are kept in memory. */
export class VersionStores {
  readonly #served: LayerStore;
  #kept: { name: string; store: LayerStore }[] = [];

  constructor(served: LayerStore) {
    this.#served = served;
  }

  /** The store of a version of a layer; that of the versions served where it is one of them, or none is named. */
  of(version: Layer | undefined): LayerStore {
    if (!version) return this.#served;
    const name = `${version.id}.${version.file.version}`;
    const store =
      this.#kept.find((kept) => kept.name === name)?.store ?? this.#served.withVersion(version);
    if (store === this.#served) return store;
    const others = this.#kept.filter((kept) => kept.name !== name);
    this.#kept = [...others, { name, store }].slice(-MAX_VERSIONS);
    return store;
  }
}

/** Versions kept in memory beside those served: the two sides of a comparison, and those a time slider comes from and goes to. */
const MAX_VERSIONS = 4;
