import type { Map as MapLibreMap } from 'maplibre-gl';
import { CHANGE_KINDS } from '../domain/change.ts';
import type { Layer } from '../domain/layer.ts';
import { INK } from '../domain/style/colour.ts';
import type { Extent } from '../domain/units.ts';
import type { DiffShapes, DrawBatch } from '../engine/protocol.ts';
import type { GeometryColumn } from '../geo/geometry-column.ts';
import { boxesMeeting, rowBoxes } from '../geo/row-boxes.ts';
import { selectRows } from '../geo/select-rows.ts';
import { batchToGeoJson } from './data/batch-to-geojson.ts';
import { borderLines } from './data/border-lines.ts';
import { changeMarks } from './data/change-marks.ts';
import { extentContains } from './data/extents.ts';
import { viewExtent } from './data/view-extent.ts';
import type { PlainScene } from './deck/plain-layers.ts';
import { setSource } from './small-layers.ts';
import { CHANGE_COLOURS, isMarked, UNCHANGED_OPACITY } from './style/change-symbols.ts';
import { MARK_SOURCE } from './style/comparison-layer.ts';
import { sourceIds } from './style/source-ids.ts';

/**
 * The shapes of a comparison on a map, those in sight and a little beyond. They are drawn with their hatches and dashes as long as
 * they are few enough to be told apart; where more are in sight, all are drawn as thin lines of their colour.
 */
export class ComparisonShapes {
  readonly #map: MapLibreMap;
  readonly #layer: Layer;
  readonly #id: string;
  readonly #changes: DrawBatch;
  readonly #unchanged: GeometryColumn;
  readonly #boxes: { changes: Float64Array; unchanged: Float64Array };
  /** What is drawn now. */
  #drawn: { extent: Extent; isNear: boolean; plain: Omit<PlainScene, 'beforeId'>[] } | null = null;

  constructor(map: MapLibreMap, layer: Layer, id: string, { changes, unchanged }: DiffShapes) {
    this.#map = map;
    this.#layer = layer;
    this.#id = id;
    this.#changes = changes;
    this.#unchanged = unchanged.geometry;
    this.#boxes = {
      changes: rowBoxes(changes.geometry),
      unchanged: rowBoxes(unchanged.geometry),
    };
    if (this.isMarked) setSource(map, MARK_SOURCE, changeMarks(changes));
    this.follow();
  }

  /** Whether those that are too small to be seen have a mark. */
  get isMarked(): boolean {
    const kinds = this.#changes.columns.change ?? [];
    return isMarked(this.#layer.geometry, kinds.filter((kind) => kind !== 'before').length);
  }

  /** Puts on the map what is in sight now. */
  follow(): void {
    const drawn = this.#drawn;
    const isCovered = drawn && extentContains(drawn.extent, viewExtent(this.#map, 0));
    if (isCovered && drawn.isNear) return;
    const isSmall = this.#changes.geometry.length + this.#unchanged.length <= MAX_SYMBOLS;
    const extent = isSmall ? WORLD : viewExtent(this.#map, MARGIN_SHARE);
    const rows = boxesMeeting(this.#boxes.changes, extent);
    const isNear = rows.length <= MAX_SYMBOLS;
    if (isCovered && !isNear) return;
    if (isNear) this.#draw(pick(this.#changes, rows));
    const plain = [this.#plainUnchanged(extent), ...(isNear ? [] : this.#plainChanges(rows))];
    this.#drawn = { extent, isNear, plain };
  }

  /** Whether the shapes in sight are drawn with all their signs. */
  get isNear(): boolean {
    return this.#drawn?.isNear ?? false;
  }

  /** What is drawn plainly, bottom first: what did not change, and from afar what did. */
  plain(beforeId: string): PlainScene[] {
    return (this.#drawn?.plain ?? []).map((scene) => ({ ...scene, beforeId }));
  }

  #draw(batch: DrawBatch): void {
    const { id, geometry } = this.#layer;
    setSource(this.#map, sourceIds.features(id), batchToGeoJson(batch));
    if (geometry === 'polygon') {
      setSource(this.#map, sourceIds.borders(id), borderLines(batch));
    }
  }

  #plainUnchanged(extent: Extent): Omit<PlainScene, 'beforeId'> {
    return {
      id: `${this.#id}/unchanged`,
      geometry: selectRows(this.#unchanged, boxesMeeting(this.#boxes.unchanged, extent)),
      colour: INK,
      opacity: UNCHANGED_OPACITY,
      width: 0.9,
      radius: 3,
    };
  }

  #plainChanges(rows: Uint32Array): Omit<PlainScene, 'beforeId'>[] {
    const { geometry, columns } = this.#changes;
    return [...CHANGE_KINDS].reverse().map((kind) => ({
      id: `${this.#id}/${kind}`,
      geometry: selectRows(
        geometry,
        rows.filter((row) => columns.change?.[row] === kind),
      ),
      colour: CHANGE_COLOURS[kind],
      opacity: 0.9,
      width: 1.4,
      radius: 4,
    }));
  }
}

/** Most shapes that are drawn with hatches and dashes at once: more could not be told apart, and would stop the page for seconds. */
const MAX_SYMBOLS = 20_000;

/** Share of the map's width and height drawn beyond each of its edges. */
const MARGIN_SHARE = 0.5;

const WORLD: Extent = [-180, -90, 180, 90];

function pick({ geometry, rows, columns }: DrawBatch, wanted: Uint32Array): DrawBatch {
  const values = Object.entries(columns).map(([name, all]) => [
    name,
    Array.from(wanted, (row) => all[row] ?? null),
  ]);
  return {
    geometry: selectRows(geometry, wanted),
    rows: wanted.map((row) => rows[row] as number),
    columns: Object.fromEntries(values),
  };
}
