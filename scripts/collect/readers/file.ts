import type { SourceReader } from '../source-reader.ts';
import { resourceRequests } from './dataset-resources.ts';
import { DATASET_KEY, fileRequests } from './file-requests.ts';
import { makeFromFiles, readWhole } from './make-from-files.ts';

/**
 * Files of features in any form that publishing reads: GeoJSON, GeoPackage, zipped Shapefile, GPX, GML…, fetched directly, a file each
 * department, region or commune, or through a dataset of data.gouv.fr, which is asked for its latest file. Options: `FeatureOptions`.
 */
export const FILE: SourceReader = {
  requests: fileRequests,
  follow: async (part, recipe) => {
    return part.key === DATASET_KEY ? resourceRequests(part, recipe) : [];
  },
  make: (job) => makeFromFiles(job, readWhole),
};
