/** What an atlas in the frame of another page shows besides the map. */
export interface EmbedOptions {
  hasLegend: boolean;
  hasSearch: boolean;
  hasTools: boolean;
}

/** Whether a query (`location.search`) asks for the reduced atlas: `?embed=1`. */
export const isEmbedded = (search: string): boolean =>
  new URLSearchParams(search).get('embed') === '1';

/** What a query asks for: `legende=0|1` (shown unless 0), `recherche=0|1` and `outils=0|1` (shown if 1). */
export function embedOptions(search: string): EmbedOptions {
  const query = new URLSearchParams(search);
  return {
    hasLegend: query.get('legende') !== '0',
    hasSearch: query.get('recherche') === '1',
    hasTools: query.get('outils') === '1',
  };
}
