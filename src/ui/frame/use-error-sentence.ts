import { useCallback } from 'react';
import type { ErrorData } from '../../domain/errors.ts';
import { useAppState } from '../app-context.tsx';
import { type ErrorSentence, errorSentences } from '../strings/error-sentences.ts';

/** Gives what a reader is told of an error, its layer called by its title. */
export function useErrorSentence(): (error: ErrorData) => ErrorSentence {
  const layers = useAppState((state) => state.catalogue?.layers);
  return useCallback(
    ({ code, context }) => {
      const named = layers?.find(({ id }) => id === context.layer);
      return errorSentences[code](named ? { ...context, layer: named.title } : context);
    },
    [layers],
  );
}
