import type { Catalogue } from '../domain/catalogue.ts';
import { holdSeance } from '../domain/hold-seance.ts';
import type { Layer } from '../domain/layer.ts';
import type { CommuneFigures } from '../domain/library.ts';
import type { Seance } from '../domain/seance.ts';
import { seanceNeeds } from '../domain/seance-needs.ts';
import type { Extent } from '../domain/units.ts';
import { enginePartsOf } from './engine-parts.ts';
import type { EnginePart } from './shell.ts';

/** How much of a layer goes into a prepared session. */
export interface LayerPart {
  layer: Layer;
  /** The boxes (degrees) whose rows are kept; null for the whole file. */
  extents: Extent[] | null;
  /** Keys of features that are kept wherever they are: those that scenes choose. */
  keys: string[];
}

/** What a session needs in order to be shown without network, and nothing else. */
export interface PackPlan {
  /** The session as it will be shown, without what may not be kept. */
  seance: Seance;
  layers: LayerPart[];
  /** Titles of the layers that scenes show and that may not be kept: restricted ones, and a reader's own files. */
  leftOut: string[];
  /** The parts of the engine that its scenes ask. */
  parts: EnginePart[];
  needsLibrary: boolean;
}

/**
 * What is to be kept of a catalogue for a session. Layers that only some readers may have are never kept: a browser's cache
 * outlives the password.
 * @throws {AppError} as `seanceNeeds`.
 */
export function planPack(
  seance: Seance,
  catalogue: Catalogue,
  figures: CommuneFigures[] = [],
): PackPlan {
  const held = holdSeance(seance, catalogue).seance;
  const open = { ...catalogue, layers: catalogue.layers.filter(mayBeKept) };
  const kept = holdSeance(held, open).seance;
  const needs = seanceNeeds(kept, open, figures);
  const extents = new Map(needs.layers.map((part) => [part.id, part.extents]));
  const wanted = new Set([...extents.keys(), ...needs.wholeLayers]);
  return {
    seance: kept,
    layers: open.layers
      .filter(({ id }) => wanted.has(id))
      .map((layer) => ({
        layer,
        extents: extents.get(layer.id) ?? null,
        keys: keysOf(kept, layer.id),
      })),
    leftOut: leftOutOf(held, catalogue, figures),
    parts: enginePartsOf(kept, figures),
    needsLibrary: needs.needsLibrary,
  };
}

/** The catalogue of a prepared session: the layers that it holds, as their files there are, and no other folder. */
export function packCatalogue(catalogue: Catalogue, layers: readonly Layer[]): Catalogue {
  const { restricted: _, ...territory } = catalogue.territory;
  return {
    ...catalogue,
    territory,
    layers: layers.map(({ history: _history, ...layer }) => layer),
  };
}

function leftOutOf(seance: Seance, catalogue: Catalogue, figures: CommuneFigures[]): string[] {
  const { layers, wholeLayers } = seanceNeeds(seance, catalogue, figures);
  const wanted = new Set([...layers.map(({ id }) => id), ...wholeLayers]);
  return catalogue.layers
    .filter((layer) => wanted.has(layer.id) && !mayBeKept(layer))
    .map(({ title }) => title);
}

function keysOf({ items }: Seance, layer: string): string[] {
  const chosen = items.flatMap(({ scene }) => scene.selection ?? []);
  return [...new Set(chosen.filter((one) => one.layer === layer).map(({ key }) => key))];
}

const mayBeKept = ({ restricted, isTemporary }: Layer) => !restricted && !isTemporary;
