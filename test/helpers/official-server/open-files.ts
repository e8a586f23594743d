import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { cycleFacilities, cycleParking, gpxTrack } from './cycling.ts';
import type { Ground } from './ground.ts';
import { landSales, priorityQuarters } from './land-use.ts';
import { MINING_FILES } from './mining.ts';
import { addresses, chargePoints, equipment } from './services-nearby.ts';

/** A file that lies somewhere to be downloaded. */
export interface OpenFile {
  url: string;
  /** As data.gouv.fr names it: `geojson`, `csv`, `zip`… */
  format: string;
  /** Dataset of data.gouv.fr that it is of, its title there, and the id of its stable address. */
  dataset?: string;
  title?: string;
  id?: string;
  make(ground: Ground): string | Uint8Array;
}

const STATIC = 'https://static.data.gouv.fr/resources';

/** Every such file; that of Cartofriches, a GeoPackage, apart. */
export const OPEN_FILES: readonly OpenFile[] = [
  {
    url: `${STATIC}/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/20240822-094641/qp-2024-epsg2154-20240820.geojson`,
    format: 'geojson',
    dataset: 'quartiers-prioritaires-de-la-politique-de-la-ville-qpv',
    title: 'qp-2024-epsg2154-20240820.geojson',
    make: priorityQuarters,
  },
  {
    url: `${STATIC}/amenagements-cyclables-france-metropolitaine/20260807-093353/france-20260807.geojson`,
    format: 'geojson',
    dataset: 'amenagements-cyclables-france-metropolitaine',
    title: 'france-20260807.geojson',
    make: cycleFacilities,
  },
  {
    url: `${STATIC}/stationnements-cyclables-issus-dopenstreetmap/20260801-064211/france-20260801.csv`,
    format: 'csv',
    dataset: 'stationnements-cyclables-issus-dopenstreetmap',
    title: 'france-20260801.csv',
    make: cycleParking,
  },
  {
    url: `${STATIC}/base-nationale-des-irve/20260807-044500/consolidation-etalab-schema-irve-statique-v-2.3.1-20260807.csv`,
    format: 'csv',
    id: 'eb76d20a-8501-400e-b336-d85724de5435',
    make: chargePoints,
  },
  {
    url: 'https://cycling.waymarkedtrails.org/api/v1/details/relation/5245117/geometry/gpx',
    format: 'gpx',
    make: (ground) => gpxTrack(ground, 'EuroVelo 5 - Via Romea Francigena - partie France 1'),
  },
  {
    url: 'https://www.insee.fr/fr/statistiques/fichier/8217525/BPE25.zip',
    format: 'zip',
    make: (ground) => {
      const files = { 'BPE25.csv': strToU8(equipment(ground)) };
      return zipSync(files, { mtime: new Date(2026, 6, 1), level: 1 });
    },
  },
  {
    url: 'https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-62.csv.gz',
    format: 'gz',
    make: (ground) => gzipSync(addresses(ground, '62'), { level: 1 }),
  },
  ...[2022, 2023, 2024].map((year) => ({
    url: `https://files.data.gouv.fr/geo-dvf/latest/csv/${year}/departements/62.csv.gz`,
    format: 'gz',
    make: (ground: Ground) => gzipSync(landSales(ground, year), { level: 1 }),
  })),
  ...MINING_FILES,
];
