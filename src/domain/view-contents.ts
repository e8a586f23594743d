/** A feature that the map has in sight, and where it lies as seen from the middle of the map. */
export interface FeatureInView {
  layer: string;
  row: number;
  key: string;
  title: string;
  /** What tells two features of one title apart; empty where the layer has nothing for it. */
  subtitle: string;
  /**
   * Planar metres in the territory's metric CRS from the middle of the map to the nearest point of the feature, which may lie out of
   * sight; 0: the middle is in it.
   */
  distance: number;
  /** Direction of that point on the map, degrees clockwise from true north; null where the distance is 0. */
  bearing: number | null;
}

/** What of one layer the map has in sight. */
export interface LayerInView {
  layer: string;
  /** Features whose geometry meets the extent in sight. */
  count: number;
  /** Of these, how many each entry of the layer's legend has, in the order of `legendOf`; empty for a legend of one entry, or of sizes. */
  classCounts: number[];
  /** The nearest features, the nearest first. */
  nearest: FeatureInView[];
}
