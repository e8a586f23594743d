import type { Territory } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import type { LngLat } from '../domain/units.ts';
import type { LayerTable } from '../loaders/layer-table.ts';
import type { PlanExtra } from '../plan/draw/draw-extras.ts';
import type { Orientation, Paper } from './paper-size.ts';

/** A layer to be printed: of the site, or with its rows where only the page has them. */
export interface PrintLayer {
  layer: Layer;
  /** 0 to 1. */
  opacity: number;
  /** All rows with the fields that drawing needs; null: they are read from the layer's file. */
  table: LayerTable | null;
}

/** What is highlighted over the layers, and what the legend calls it. */
export interface PrintExtra extends PlanExtra {
  title: string;
}

/** What a reader noted of a shape that is drawn on the plan. */
export interface PrintNote {
  /** Name of the shape. */
  title: string;
  text: string;
  /** Ink of the shape, `#rrggbb`. */
  colour: string;
  /** The corners of the shape, degrees. */
  positions: LngLat[];
}

/** Parts of a sheet that a reader may leave out. Scale, sources and warnings are on every sheet. */
export interface SheetParts {
  legend: boolean;
  situation: boolean;
  grid: boolean;
}

/** All that the sheet of a plan is made of. Plain data: it crosses to the worker. */
export interface PrintRequest {
  territory: Territory;
  /** The layer of communes, for the map of the situation. */
  communes: Layer | null;
  paper: Paper;
  orientation: Orientation;
  /** Middle of the plan, degrees. */
  centre: LngLat;
  /** Denominator. */
  scale: number;
  title: string;
  subtitle: string;
  /** Day that it is made, ISO. */
  day: string;
  /** Topmost first. */
  layers: PrintLayer[];
  extras: PrintExtra[];
  notes: PrintNote[];
  parts: SheetParts;
  /** What the screen shows and no plan can, one French sentence each. */
  absent: string[];
}
