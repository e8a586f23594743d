import { X } from 'lucide-react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { ErrorData } from '../../domain/errors.ts';
import { withShelf } from '../../state/shelf.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { fileWords, keptWords } from '../strings/bibliotheque.ts';

/** What is to be known of the question that was opened from a file: where it is from, and what is to be mended in it. */
export function FileNotice({ catalogue }: { catalogue: Catalogue }) {
  const opened = useAppState((state) => state.shelf.opened);
  const { answerAsOf } = useEffects();
  const act = useAct();
  const sentenceOf = useErrorSentence();
  if (!opened) return null;
  const { content, foreign, faults } = opened;
  const { name, description, versions, question } = content;
  const hasMoved = catalogue.layers.some(
    ({ id, file }) => versions?.[id] && versions[id] !== file.version,
  );
  const say = (fault: ErrorData) =>
    fault.code === 'question-invalid'
      ? fileWords.leftOut(String(fault.context.path ?? ''))
      : sentenceOf(fault).title;
  return (
    <section className="file-notice" role="status">
      <p>
        <strong>{fileWords.opened(name)}</strong>{' '}
        <IconButton
          label={fileWords.dismiss}
          icon={X}
          onClick={() => act((state) => withShelf(state, { opened: null }))}
        />
      </p>
      {description && <p>{description}</p>}
      {foreign && <p className="warning">{fileWords.foreign(foreign.name)}</p>}
      {faults.length > 0 && (
        <div className="warning">
          <p>{fileWords.mend}</p>
          <ul>
            {faults.map((fault) => (
              <li key={fault.message}>{say(fault)}</li>
            ))}
          </ul>
        </div>
      )}
      {versions && hasMoved && !foreign && faults.length === 0 && (
        <p className="quiet">
          {fileWords.otherData}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => void answerAsOf(question, versions)}
          >
            {keptWords.reopen}
          </button>
        </p>
      )}
    </section>
  );
}
