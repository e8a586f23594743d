import { AppError } from '../../domain/errors.ts';
import { type IsoMetadata, readIsoMetadata } from '../metadata/read-iso.ts';
import type { SourceFile } from '../source-file.ts';

/** What the ISO records of a delivery tell. */
export interface DeliveryMetadata {
  /** What the record nearest to that file tells: in its folder or in the closest one above; `{}` for none. */
  of(path: string): IsoMetadata;
  /** Paths of the records that could not be read. */
  broken: string[];
}

/** Reads every ISO record among the files; XML of another kind is passed over. */
export function readDeliveryMetadata(files: readonly SourceFile[]): DeliveryMetadata {
  const records: { folder: string; metadata: IsoMetadata }[] = [];
  const broken: string[] = [];
  for (const { path, bytes } of files) {
    if (!isRecord(path, bytes)) continue;
    try {
      const metadata = readIsoMetadata(bytes, path);
      records.push({ folder: path.slice(0, path.lastIndexOf('/') + 1), metadata });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      broken.push(path);
    }
  }
  records.sort((a, b) => b.folder.length - a.folder.length);
  return {
    broken,
    of: (path) => records.find(({ folder }) => path.startsWith(folder))?.metadata ?? {},
  };
}

function isRecord(path: string, bytes: Uint8Array): boolean {
  if (!/\.xml$/i.test(path)) return false;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, START_BYTES));
  return /\bM[DI]_Metadata\b/.test(start);
}

/** Enough to see the root of a record. */
const START_BYTES = 4096;
