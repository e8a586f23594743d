/** What `watch-page.js` and the pages of the bench put on their window. */
declare global {
  interface Window {
    watched: {
      untilQuiet(quiet: number): Promise<void>;
      begin(): void;
      untilDrawn(share: number, limit: number): Promise<number>;
      messages: { name: string; ms: number }[];
    };
    /** MapLibre's map on its own page. */
    plainMap: {
      /** Shows parcels of a file from now on: the source is asked for here, as the app asks when it is zoomed in. */
      show(url: string): void;
      look(lng: number, lat: number, zoom: number): void;
      /** Milliseconds that it takes to tell what is under a point of the screen. */
      pick(x: number, y: number): number;
    };
  }
}

export {};
