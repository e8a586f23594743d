import { useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { PrintFormat, PrintResult, PrintStep } from '../../paper/print-protocol.ts';
import type { PrintRequest } from '../../paper/print-request.ts';
import { createPrinter, type Printer } from '../../paper/printer.ts';
import { saveFile } from '../frame/save-file.ts';
import { imprimer } from '../strings/imprimer.ts';

/** How making a file is going. */
export type FileStatus =
  | { kind: 'none' }
  | { kind: 'running'; format: PrintFormat; step: PrintStep | null }
  | { kind: 'done'; name: string; count: number }
  | { kind: 'failed'; error: ErrorData };

/** The last preview, whether the next is being made, and why there is none. */
export interface PreviewStatus {
  result: PrintResult | null;
  isBusy: boolean;
  error: ErrorData | null;
}

/** The printer of a dialogue, which ends with it. */
export function usePrinter(): Printer {
  const [printer] = useState(() => createPrinter(new URL('.', location.href).href));
  useEffect(() => () => printer.destroy(), [printer]);
  return printer;
}

/** The preview of a request, made anew a moment after it changes; what was being made for the one before is stopped. */
export function usePreview(
  printer: Printer,
  request: PrintRequest | null,
  widthPx: number,
  isPaused: boolean,
): PreviewStatus {
  const [status, setStatus] = useState<PreviewStatus>({ result: null, isBusy: true, error: null });
  useEffect(() => {
    if (!request || widthPx === 0 || isPaused) return;
    const controller = new AbortController();
    const { signal } = controller;
    setStatus((before) => ({ ...before, isBusy: true, error: null }));
    const timer = setTimeout(() => {
      printer.print(request, { as: { widthPx }, signal }).then(
        (result) => !signal.aborted && setStatus({ result, isBusy: false, error: null }),
        (error) =>
          !isAbort(error) &&
          setStatus((before) => ({ ...before, isBusy: false, error: errorToData(error) })),
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [printer, request, widthPx, isPaused]);
  return status;
}

/** Makes files of a request, one at a time, and hands them to the browser. */
export function usePrintFile(printer: Printer) {
  const [status, setStatus] = useState<FileStatus>({ kind: 'none' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(request: PrintRequest, format: PrintFormat, without: string[]) {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const tell = (next: FileStatus) => running.current === controller && setStatus(next);
    tell({ kind: 'running', format, step: null });
    try {
      const result = await printer.print(request, {
        as: format,
        without,
        signal,
        onStep: (step) => tell({ kind: 'running', format, step }),
      });
      const names = result.files.map((_, page) => fileName(request, format, page));
      for (const [page, file] of result.files.entries())
        saveFile(file, file.type, names[page] as string);
      const count = result.files.length;
      tell(count > 0 ? { kind: 'done', name: names[0] as string, count } : { kind: 'none' });
      return result;
    } catch (error) {
      tell(isAbort(error) ? { kind: 'none' } : { kind: 'failed', error: errorToData(error) });
      return null;
    }
  }

  return { status, start, cancel: () => running.current?.abort() };
}

/** `zonage-d-urbanisme-5000-a4.pdf`; the pages of a picture after the first are numbered. */
export function fileName(
  { title, scale, paper }: Pick<PrintRequest, 'title' | 'scale' | 'paper'>,
  format: PrintFormat,
  page: number,
): string {
  const words = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-+|-+$/g, '');
  const number = page > 0 ? `-page-${page + 1}` : '';
  return `${words || imprimer.fileName}-${scale}-${paper.toLowerCase()}${number}.${format}`;
}

/** A reader who types is left to finish. */
const REST_MS = 250;
const NAME_LENGTH = 60;
