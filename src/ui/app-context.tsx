import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { Answer } from '../domain/answer.ts';
import type { Layer } from '../domain/layer.ts';
import type { Extent } from '../domain/units.ts';
import type { AnswerSelection } from '../export/answer-content.ts';
import type { ExportContent } from '../export/export-content.ts';
import type { PrintSource } from '../map/print-source.ts';
import type { AppState } from '../state/app-state.ts';
import type { Effects } from '../state/effects.ts';
import type { AppStore } from '../state/store.ts';
import type { MapPadding } from './map/map-padding.ts';

/** A map that has been mounted in an element of the page. */
export interface MapHandle {
  /** Frees the drawing context and its listeners. */
  destroy(): void;
  /** Takes the element's new size. */
  resize(): void;
}

/** What the screens tell the map of what stands around it. */
export interface MapFrame {
  strings: { label: string; zoomIn: string; zoomOut: string; describedBy?: string };
  /** Pixels at each edge that panels cover now. */
  padding(): MapPadding;
}

/** What taking a table away needs of the engine and the map. */
export interface ExportServices {
  /** Rows of an answer with their geometry. @throws {AppError} `answer-gone`. */
  answerContent(
    answer: Answer,
    layer: Layer,
    selection: AnswerSelection,
    signal?: AbortSignal,
  ): Promise<ExportContent>;
  /** What a state shows, to be drawn as a plan: see `map/print-source`. */
  printSource(state: AppState, drawnTitle: string, signal?: AbortSignal): Promise<PrintSource>;
  /** Box of a feature in degrees; null where there is none. */
  featureExtent(layer: string, key: string, signal?: AbortSignal): Promise<Extent | null>;
}

/** What the screens are given by the composition root. */
export interface AppServices {
  store: AppStore;
  effects: Effects;
  exports: ExportServices;
  /**
   * Mounts the map in `container`, with the words and the covered edges that `frame` gives.
   * @throws {AppError} `webgl-missing` where the browser cannot draw it.
   */
  createMap(container: HTMLElement, frame: MapFrame): MapHandle | Promise<MapHandle>;
  /** Mounts the second map of two that are compared, as `createMap` does the first. */
  createOtherMap(container: HTMLElement, frame: MapFrame): Promise<MapHandle>;
}

/** Gives the services to every screen under it. */
export const AppContext = createContext<AppServices | null>(null);

/** The services of the application. */
export function useServices(): AppServices {
  const services = useContext(AppContext);
  if (!services) throw new Error('a screen is rendered outside AppContext');
  return services;
}

/** A part of the state; the component renders again when it changes. `selector` must give a stable value. */
export function useAppState<T>(selector: (state: AppState) => T): T {
  return useStore(useServices().store, selector);
}

/** Applies a pure action to the state: `act((state) => goTo(state, 'carte'))`. */
export function useAct(): (action: (state: AppState) => AppState) => void {
  const { store } = useServices();
  return useCallback((action) => store.setState(action), [store]);
}

/** What the screens can ask for that takes time. */
export function useEffects(): Effects {
  return useServices().effects;
}
