import { dataToError, type ErrorData } from '../../domain/errors.ts';
import { temporaires } from '../strings/temporaires.ts';

/** Why a file could not be opened as temporary layers, in a sentence; fetches those of publishing. */
export async function openingFault(error: ErrorData): Promise<string> {
  const { failureSentence } = await import('../../publish/strings/failure-sentence.ts');
  return temporaires.failed(failureSentence(dataToError(error), 'page'));
}
