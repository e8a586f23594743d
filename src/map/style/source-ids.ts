/** Ids of the MapLibre sources that the specifications of a layer draw from. */
export const sourceIds = {
  /** All features of the layer. */
  features: (layerId: string) => layerId,
  /** One point a polygon, where its name stands. */
  labels: (layerId: string) => `${layerId}/labels`,
  /** Outlines of polygons, each shared border once, so that dashes do not fall over each other. */
  borders: (layerId: string) => `${layerId}/borders`,
};
