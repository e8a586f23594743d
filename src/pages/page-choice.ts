/** What the pages of the communes of a territory show first, and what their map shows: `data/commune-pages.json`. */
export interface PageChoice {
  /** The first screen, a theme after the other: ids of figures and of lists, those that the sheet has not are passed over. */
  first: { theme: string; figures: string[]; lists?: string[] }[];
  /** Layers of the map, topmost first. */
  map: MapChoice[];
}

/** A layer of the map of a commune. */
export interface MapChoice {
  layer: string;
  /** 0 to 1. */
  opacity: number;
  /** Field by whose values its things are told in words; absent: the layer only says where one is, and is not told. */
  words?: string;
  /** Values of its style's field that are drawn; absent: all. */
  only?: string[];
}
