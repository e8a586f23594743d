import type { PaddingOptions } from 'maplibre-gl';
import type { ErrorData } from '../domain/errors.ts';
import type { ShapeGeometry } from '../domain/shape.ts';
import type { LngLat } from '../domain/units.ts';
import type { Engine } from '../engine/protocol.ts';
import type { AppState, LayerStatus, View } from '../state/app-state.ts';
import type { CameraLink } from './camera-link.ts';
import type { MeasureStep } from './measure/map-measure.ts';

/** The words of the map, in the reader's language. */
export interface MapStrings {
  /** What the map is, for who cannot see it. */
  label: string;
  zoomIn: string;
  zoomOut: string;
  /** Ids of the elements that tell more of it. */
  describedBy?: string;
}

/** What a map is made of and whom it tells. It reads the state and never writes it. */
export interface MapOptions {
  container: HTMLElement;
  store: { getState(): AppState; subscribe(listener: (state: AppState) => void): () => void };
  engine: Engine;
  strings?: MapStrings;
  /** The map came to rest at another view. */
  onViewChange(view: View): void;
  /** The zoom of a map in movement. */
  onZoom(zoom: number): void;
  /** A click or tap, with the radius in metres within which a feature was meant. */
  onClick(at: LngLat, radius: number): void;
  onLayerStatus(layerId: string, status: LayerStatus): void;
  onFlightDone?(): void;
  /** The map stands still for the first time, all that it shows being drawn. */
  onFirstIdle?(): void;
  /** Where the pointer is, null when it left the map. */
  onPointerMove?(at: LngLat | null): void;
  /** A shape was drawn, or the one that is being changed has another outline. */
  onOutline?(geometry: ShapeGeometry): void;
  /** What a click or a double-click gives to what is being measured. */
  onMeasure?(step: MeasureStep): void;
  /** How a length in metres is written on the map. */
  formatLength?(metres: number): string;
  /** A highlight that could not be had. */
  onFailure?(error: ErrorData): void;
  /** Pixels at each edge of the container that panels cover: flights keep clear of them. */
  padding?(): PaddingOptions;
  /** The maps that look at the same place as this one. */
  cameras?: CameraLink;
}

/** A map that is drawn. */
export interface MapHandle {
  /** Removes the map, its worker and its memory. */
  destroy(): void;
  /** To be called when the container changed size without the window doing so. */
  resize(): void;
  /** What the map shows now, as a PNG image. */
  picture(): Promise<Blob>;
}
