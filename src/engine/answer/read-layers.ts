import {
  allRelationsOf,
  layersRead,
  type Question,
  type RelationCondition,
  relationsOf,
  whereOf,
} from '../../domain/question.ts';
import type { Extent } from '../../domain/units.ts';
import { widenExtent } from '../../geo/widen-extent.ts';
import type { RowGroup } from '../../loaders/layer-table.ts';
import type { LayerStore } from '../layer-store.ts';
import type { LoadedRows } from '../loaded-rows.ts';
import type { Work } from '../work.ts';
import { candidateGroups, type GroupFacts, meets } from './candidate-groups.ts';

/** What a question reads and how far, besides what it says itself. */
export interface Reading {
  store: LayerStore;
  /** Boxes in degrees of the features that a relation relates to, its layer being loaded whole. */
  boxesOf(relation: RelationCondition, loaded: LoadedLayers): Promise<readonly Extent[]>;
  /** Which of the target's row groups are read, of those that may hold answers. */
  choose(candidates: readonly number[]): readonly number[];
  work: Work;
}

/** Layers that a question reads, by id. */
export type LoadedLayers = Map<string, LoadedRows>;

/**
 * The layers of a question, each as far as it matters: of its target the row groups that may hold answers (`candidateGroups`);
 * of a layer that the target's own relations name, those that lie where these are; all others whole. Small layers, and those
 * in memory, are always whole.
 * @throws {AppError} what the loaders throw; the signal's reason when cancelled.
 */
export async function readLayers(question: Question, reading: Reading): Promise<LoadedLayers> {
  const { store, work } = reading;
  const { target } = question;
  const all = layersRead(question, store.catalogue);
  const cut = await cutLayers(question, store);
  const loaded: LoadedLayers = new Map();
  for (const id of all) if (!cut.has(id)) loaded.set(id, await store.whole(id, work));
  if (cut.has(target)) loaded.set(target, await readTarget(question, cut, loaded, reading));
  const { groups } = loaded.get(target) as LoadedRows;
  const { rowGroups } = await store.file(target);
  const ground = rowGroups.filter(({ index }) => !groups || groups.includes(index));
  for (const id of cut) {
    if (id !== target) loaded.set(id, await readNear(id, question, ground, reading));
  }
  return new Map(all.map((id) => [id, loaded.get(id) as LoadedRows]));
}

/** The row groups of the target that may hold answers. */
async function readTarget(
  { target, where }: Question,
  cut: ReadonlySet<string>,
  loaded: LoadedLayers,
  reading: Reading,
): Promise<LoadedRows> {
  const { store, choose, work } = reading;
  const boxes = new Map<RelationCondition, readonly Extent[]>();
  for (const relation of relationsOf(where)) {
    if (relation.kind === 'travel') continue;
    boxes.set(relation, await reachedBoxes(relation, cut, loaded, reading));
  }
  const facts = await factsOf(target, store, (relation) => boxes.get(relation) ?? null);
  return store.some(target, choose(candidateGroups(where, facts)), work);
}

/** The row groups of a related layer that may hold what relates to features of `ground`, row groups of the target. */
async function readNear(
  id: string,
  { where }: Question,
  ground: readonly RowGroup[],
  { store, work }: Reading,
): Promise<LoadedRows> {
  const near = new Set<number>();
  for (const relation of relationsOf(where)) {
    if (!('layer' in relation) || relation.layer !== id) continue;
    const around = ground.map(({ extent }) => widenExtent(extent, reachOf(relation)));
    for (const { index, extent } of await relatedGroups(relation, id, store)) {
      if (around.some((box) => meets(box, extent))) near.add(index);
    }
  }
  const indexes = [...near].sort((a, b) => a - b);
  return store.some(id, indexes, work);
}

/**
 * The layers that may be read in part: the target, and those that its own relations alone name. Not one that stands in a
 * condition on a related layer, nor what travel needs, nor a target that is related to itself.
 */
async function cutLayers({ target, where }: Question, store: LayerStore): Promise<Set<string>> {
  const own = relationsOf(where);
  const every = allRelationsOf(where);
  const within = every.filter((relation) => !own.includes(relation));
  const travels = every.filter(({ kind }) => kind === 'travel');
  const networks = store.catalogue.layers.filter(({ network }) => network && travels.length > 0);
  const related = namedBy(own);
  const whole = [
    ...namedBy([...within, ...travels]),
    ...networks.map(({ id }) => id),
    ...related.filter((id) => id === target),
  ];
  const cut = new Set<string>();
  for (const id of [target, ...related]) {
    if (!whole.includes(id) && (await store.isCut(id))) cut.add(id);
  }
  return cut;
}

function namedBy(relations: readonly RelationCondition[]): string[] {
  return relations.flatMap((relation) => ('shape' in relation ? [] : [relation.layer]));
}

/** Boxes one of which a row group's box meets if a feature of it meets the relation. */
async function reachedBoxes(
  relation: RelationCondition,
  cut: ReadonlySet<string>,
  loaded: LoadedLayers,
  { store, boxesOf }: Reading,
): Promise<readonly Extent[]> {
  const boxes =
    'layer' in relation && cut.has(relation.layer)
      ? (await relatedGroups(relation, relation.layer, store)).map(({ extent }) => extent)
      : await boxesOf(relation, loaded);
  return boxes.map((box) => widenExtent(box, reachOf(relation)));
}

/** The row groups of a layer that may hold what a relation to it relates to, by its own conditions. */
async function relatedGroups(
  relation: RelationCondition,
  id: string,
  store: LayerStore,
): Promise<readonly RowGroup[]> {
  const facts = await factsOf(id, store, () => null);
  const indexes = candidateGroups({ kind: 'and', conditions: whereOf(relation) }, facts);
  return facts.rowGroups.filter(({ index }) => indexes.includes(index));
}

async function factsOf(
  id: string,
  store: LayerStore,
  boxesOf: GroupFacts['boxesOf'],
): Promise<GroupFacts> {
  const file = await store.file(id);
  const rowGroups = file.rowGroups.map((group) => {
    return { ...group, extent: widenExtent(group.extent, 0) };
  });
  return { rowGroups, boundsOf: (field) => file.boundsOf(field), boxesOf };
}

/** How far from a feature one may be that relates to it, in metres. */
function reachOf(relation: RelationCondition): number {
  return relation.kind === 'distance' ? relation.metres : 0;
}
