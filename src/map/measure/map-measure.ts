import type { LayerSpecification, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LngLat } from '../../domain/units.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { AppState } from '../../state/app-state.ts';
import { type CornerSnap, createCornerSnap } from '../draw/corner-snap.ts';
import { setSource } from '../small-layers.ts';
import { type FormatLength, markFeatures, measureFeatures } from './measure-features.ts';
import { MEASURE_SOURCE, measureSpecifications } from './measure-specifications.ts';

/** What a reader does on the map while something is measured. */
export type MeasureStep = { kind: 'vertex'; at: LngLat } | { kind: 'finish' };

/** What is measured on a map, and the place that is marked. */
export interface MapMeasure {
  follow(state: AppState): void;
  /** The MapLibre layers, bottom first. */
  layers(hasNames: boolean): LayerSpecification[];
  destroy(): void;
}

/** What a measure needs of the map around it. */
export interface MapMeasureOptions {
  /** The outlines whose corners draw the pointer to them, in degrees. */
  corners(): readonly GeometryColumn[];
  format: FormatLength;
  onStep(step: MeasureStep): void;
}

/** Lets what is measured be given by clicks, corner to corner; the rubber band to the pointer is drawn without the state being changed. */
export function createMapMeasure(map: MapLibreMap, options: MapMeasureOptions): MapMeasure {
  const snap: CornerSnap = createCornerSnap();
  let state: AppState | null = null;
  let pointer: LngLat | null = null;
  let isThere = false;
  let isAiming = false;

  const isMeasuring = () => state?.tool === 'mesure' && state.measure?.isDone === false;
  const placeOf = ({ lngLat: { lng, lat }, point }: MapMouseEvent): LngLat =>
    snap.nearest(options.corners(), { lng, lat, x: point.x, y: point.y }, (x, y) =>
      map.project([x, y]),
    ) ?? [lng, lat];

  /** Whether a click is the second of a double-click, which ends the measure where the first was. */
  const isSecond = ({ originalEvent }: MapMouseEvent) => originalEvent.detail > 1;

  function draw(): void {
    if (!state?.catalogue) return;
    const { measure, marked, tool, catalogue } = state;
    const isShown = tool === 'mesure' && measure !== null;
    isThere = isShown || marked !== null;
    if (!isThere && !map.getSource(MEASURE_SOURCE)) return;
    const { metricCrs } = catalogue.territory;
    const measured = isShown
      ? measureFeatures(measure, pointer, metricCrs, options.format).features
      : [];
    const features = [...measured, ...markFeatures(marked)];
    setSource(map, MEASURE_SOURCE, { type: 'FeatureCollection', features }, 0);
  }

  const onClick = (event: MapMouseEvent) => {
    if (isMeasuring() && !isSecond(event)) {
      options.onStep({ kind: 'vertex', at: placeOf(event) });
    }
  };
  const onDoubleClick = (event: MapMouseEvent) => {
    if (!isMeasuring()) return;
    event.preventDefault();
    options.onStep({ kind: 'finish' });
  };
  const onMove = (event: MapMouseEvent) => {
    if (!isMeasuring()) return;
    pointer = placeOf(event);
    draw();
  };
  const onOut = () => {
    if (pointer === null) return;
    pointer = null;
    draw();
  };
  map.on('click', onClick);
  map.on('dblclick', onDoubleClick);
  map.on('mousemove', onMove);
  map.on('mouseout', onOut);

  return {
    follow(next) {
      const isSame =
        state?.measure === next.measure &&
        state.marked === next.marked &&
        state.tool === next.tool &&
        state.catalogue === next.catalogue;
      state = next;
      if (isMeasuring() !== isAiming) {
        isAiming = isMeasuring();
        map.getCanvas().style.cursor = isAiming ? 'crosshair' : '';
      }
      if (!isAiming) pointer = null;
      if (!isSame || !map.getSource(MEASURE_SOURCE)) draw();
    },
    layers: (hasNames) => (isThere ? measureSpecifications(hasNames) : []),
    destroy() {
      map.off('click', onClick);
      map.off('dblclick', onDoubleClick);
      map.off('mousemove', onMove);
      map.off('mouseout', onOut);
    },
  };
}
