import { cycleFacilities } from './cycling.ts';
import type { Ground } from './ground.ts';
import { priorityQuarters } from './land-use.ts';

/** A file of a dataset of data.gouv.fr. */
export interface OpenFile {
  /** Of its stable address; absent: made of its name. */
  id?: string;
  title: string;
  format: string;
  url: string;
  make(ground: Ground): string | Uint8Array;
}

const STATIC = 'https://static.data.gouv.fr/resources';

/** Slug of a dataset → its files. */
export const OPEN_DATASETS: Record<string, OpenFile[]> = {
  'quartiers-prioritaires-de-la-politique-de-la-ville-qpv': [
    {
      title: 'QP 2024 - GeoJSON - EPSG 2154',
      format: 'geojson',
      url: `${STATIC}/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/20240822-094641/qp-2024-epsg2154-20240820.geojson`,
      make: priorityQuarters,
    },
  ],
  'amenagements-cyclables-france-metropolitaine': [
    {
      title: 'france-20260807.geojson',
      format: 'geojson',
      url: `${STATIC}/amenagements-cyclables-france-metropolitaine/20260807-093353/france-20260807.geojson`,
      make: cycleFacilities,
    },
  ],
};
