import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { RowFilter } from '../domain/answer-view.ts';
import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { AnswerBatch, Engine } from '../engine/protocol.ts';
import { rowToGeometry } from '../geo/to-geojson.ts';
import { rowFilters } from '../state/answer-view-actions.ts';
import type { AppState, Selection, SqlMap } from '../state/app-state.ts';
import { untilIdle } from '../state/until-idle.ts';
import { createFollower } from './follower.ts';
import { setSource } from './small-layers.ts';
import { chosenRow, statementShapes } from './statement-shapes.ts';
import { SELECTION_SOURCE, selectionSpecifications } from './style/selection-specifications.ts';

/** The features of an answer: those that the reader's filters keep, and all of them where that is more. */
export interface AnswerShapes {
  id: string;
  kept: AnswerBatch;
  all: AnswerBatch | null;
}

/** The chosen feature and the features that the answer found: their geometry, fetched when the state changes. */
export interface Highlights {
  /** Fetches what the state chose and found, forgets what it no longer does. */
  follow(state: AppState): void;
  /** The MapLibre layers of the chosen feature. */
  selectionLayers(): LayerSpecification[];
  /** The features of the statement that is on the map, else of the answer, once they are there. */
  answer(state: AppState): AnswerShapes | null;
  destroy(): void;
}

/** The highlights of a map; `onChange` hears when there is another to draw, `onFailure` why there is none. */
export function createHighlights(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): Highlights {
  let selected = EMPTY;
  let whole: { id: string; batch: AnswerBatch } | null = null;
  let answered: AnswerShapes | null = null;
  let statementRow: SqlMap | null = null;
  const selection = createFollower<Selection[]>(onFailure);
  const answer = createFollower<{ id: string; filters: RowFilter[] }>(onFailure);

  function show(collection: FeatureCollection): void {
    if (collection.features.length === 0 && selected.features.length === 0) return;
    selected = collection;
    setSource(map, SELECTION_SOURCE, collection);
    onChange();
  }

  async function fetchFeature(chosen: Selection, state: AppState, signal: AbortSignal) {
    const row = await rowOf(chosen, state, engine, signal);
    if (row === null) return [];
    const column = await engine.call('featureGeometry', { layer: chosen.layer, row }, { signal });
    const geometry = rowToGeometry(column, 0);
    return geometry ? [{ type: 'Feature' as const, geometry, properties: {} }] : [];
  }

  async function fetchSelection(chosen: Selection[], state: AppState, signal: AbortSignal) {
    try {
      const found = await Promise.all(chosen.map((one) => fetchFeature(one, state, signal)));
      if (!signal.aborted) show({ type: 'FeatureCollection', features: found.flat() });
    } catch (error) {
      if (!signal.aborted) show(EMPTY);
      throw error;
    }
  }

  /** What was drawn stays until the rows that other filters keep are there. */
  async function fetchAnswer(wanted: { id: string; filters: RowFilter[] }, signal: AbortSignal) {
    const { id, filters } = wanted;
    const fetch = (kept: RowFilter[]) =>
      engine.call('answerGeometry', { answer: id, filters: kept, isMeshed: true }, { signal });
    if (whole?.id !== id) {
      await untilIdle();
      if (signal.aborted) return;
      const batch = await fetch([]);
      if (signal.aborted) return;
      whole = { id, batch };
    }
    const all = whole.batch;
    if (filters.length === 0) answered = { id, kept: all, all: null };
    else {
      const kept = await fetch(filters);
      if (signal.aborted) return;
      answered = { id, kept, all };
    }
    onChange();
  }

  /** The row of a statement that was chosen is shown as the chosen feature is. */
  function followStatement(state: AppState): void {
    const sqlMap = state.screen === 'sql' ? state.sqlMap : null;
    const isChosen = sqlMap !== null && sqlMap.chosen !== null;
    if (!isChosen && !statementRow) return;
    if (sqlMap === statementRow) return;
    statementRow = isChosen ? sqlMap : null;
    show(statementRow ? chosenRow(statementRow) : EMPTY);
  }

  return {
    follow(state) {
      followStatement(state);
      selection.follow(
        chosenIn(state),
        (chosen, signal) => fetchSelection(chosen, state, signal),
        // The outline of the feature before stays until the next is there: the map is drawn once.
        () => chosenIn(state) ?? show(EMPTY),
      );
      answer.follow(
        state.answer.kind === 'ready'
          ? { id: state.answer.answer.id, filters: rowFilters(state) }
          : null,
        fetchAnswer,
        () => {
          if (state.answer.kind === 'ready' && state.answer.answer.id === answered?.id) return;
          whole = null;
          answered = null;
          onChange();
        },
      );
    },
    selectionLayers: () => (selected.features.length > 0 ? selectionSpecifications() : []),
    answer: (state) => statementShapes(state) ?? answered,
    destroy() {
      selection.stop();
      answer.stop();
    },
  };
}

const EMPTY: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** What is ringed: the chosen feature, and the commune that a scene is about. */
function chosenIn({ selection, seance: { outlined } }: AppState): Selection[] | null {
  const commune = outlined === null ? null : { layer: COMMUNE_LAYER, key: outlined };
  const chosen = [selection, commune].filter((one) => one !== null);
  return chosen.length > 0 ? chosen : null;
}

/** The row of a chosen feature in its layer; null where there is none. The card may be of the other of two versions that are shown. */
export async function rowOf(
  { layer, key }: Selection,
  { card, split }: AppState,
  engine: Engine,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const known = card.kind === 'open' && !split?.versions[layer] ? card.features : [];
  const found = known.find((feature) => feature.layer === layer && feature.key === key);
  return (
    (found ?? (await engine.call('feature', { layer, key }, signal ? { signal } : {})))?.row ?? null
  );
}
