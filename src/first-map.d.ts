interface Window {
  /** What `first-map.js` has begun; each part is taken once. */
  first: {
    /** The parsed `catalogue.json`; rejects when it cannot be had. */
    catalogue: Promise<unknown> | null;
    /** The picture of the first map, which stands where the map will be; null: there is none. */
    picture: HTMLElement | null;
  };
}
