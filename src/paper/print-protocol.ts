import type { ErrorData } from '../domain/errors.ts';
import type { PrintRequest } from './print-request.ts';

/** What a sheet is made as: a picture for the screen, or a file. */
export type PrintFormat = 'pdf' | 'png';

/** What the thread of prints may be asked. */
export type ToPrintWorker =
  | {
      id: number;
      kind: 'print';
      request: PrintRequest;
      baseUrl: string;
      /** A preview of so many pixels across, or a file. */
      as: { widthPx: number } | PrintFormat;
      /** Ids of the layers that the reader agrees to do without. */
      without: string[];
    }
  | { id: number; kind: 'cancel' };

/** How far a print is. */
export type PrintStep =
  | { kind: 'layers'; done: number; total: number }
  | { kind: 'draw' }
  | { kind: 'write' };

/** A layer that could not be read. */
export interface MissingLayer {
  id: string;
  title: string;
  error: ErrorData;
}

/** What came of a print. */
export interface PrintResult {
  /** The first page, for a preview. */
  preview: ImageBitmap | null;
  /** One file, or one a page for PNG; none for a preview, or where layers are missing that the reader has not agreed to do without. */
  files: Blob[];
  pages: number;
  missing: MissingLayer[];
}

/** What the thread says, of the print of that number. */
export type FromPrintWorker =
  | { id: number; kind: 'step'; step: PrintStep }
  | { id: number; kind: 'done'; result: PrintResult }
  | { id: number; kind: 'failed'; error: ErrorData | 'aborted' };
