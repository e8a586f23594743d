import { useEffect, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { Reply } from '../../state/app-state.ts';
import { useEffects } from '../app-context.tsx';
import type { ReplyRow } from './reply-columns.ts';

/** The first rows of a reply, as they were read. */
export interface ReplyRows {
  /** Names of the columns, in the order of the values of a row. */
  names: string[];
  rows: ReplyRow[];
  error: ErrorData | null;
  isReading: boolean;
}

/** The first `limit` rows of a reply, in the order it gives them; those read before stay until more have come. */
export function useReplyRows(reply: Reply, limit: number): ReplyRows {
  const { openRows, answerRows } = useEffects();
  const [read, setRead] = useState<ReplyRows>(NOTHING);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const readRows = async (): Promise<Pick<ReplyRows, 'names' | 'rows'>> => {
      if (reply.kind === 'rows') {
        const source = await openRows(reply.result.ipc);
        const length = Math.min(limit, source.length);
        const rows = Array.from({ length }, (_, index) => source.rowAt(index));
        return { names: source.columns, rows };
      }
      const { columns: names, rows } = await answerRows(
        { offset: 0, limit, sort: null, filters: [] },
        signal,
      );
      return { names, rows };
    };
    readRows().then(
      (found) => {
        if (!signal.aborted) setRead({ ...found, error: null, isReading: false });
      },
      (error) => {
        if (signal.aborted || isAbort(error)) return;
        setRead((before) => ({ ...before, error: errorToData(error), isReading: false }));
      },
    );
    return () => controller.abort();
  }, [reply, limit, openRows, answerRows]);
  return read;
}

/** Rows of the whole reply. */
export const rowCountOf = (reply: Reply): number =>
  reply.kind === 'rows' ? reply.result.rowCount : reply.answer.count;

const NOTHING: ReplyRows = { names: [], rows: [], error: null, isReading: true };
