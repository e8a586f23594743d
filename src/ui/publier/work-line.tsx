import { dataToError, type ErrorData } from '../../domain/errors.ts';
import type { PrepareStep } from '../../publish/prepare.ts';
import { failureSentence } from '../../publish/strings/failure-sentence.ts';
import { fr } from '../strings/fr.ts';
import { publier } from '../strings/publier.ts';
import type { Wizard } from './wizard.ts';
import type { WizardState } from './wizard-state.ts';

/** What is being done, told in one place that a screen reader follows, how far it is and how to stop it; or why it failed. */
export function WorkLine({
  wizard,
  state: { work, delivery },
}: {
  wizard: Wizard;
  state: WizardState;
}) {
  const isBusy = work.kind === 'busy';
  const text = isBusy ? textOf(work) : '';
  const share = isBusy ? shareOf(work.step) : undefined;
  return (
    <>
      <div className={isBusy ? 'progress-line' : 'visually-hidden'}>
        <p role="status">{text}</p>
        {isBusy && <progress aria-label={text} value={share} max={1} />}
        {isBusy && (
          <button type="button" className="button" onClick={wizard.stop}>
            {publier.stop}
          </button>
        )}
      </div>
      {work.kind === 'failed' && (
        <div className="publier-failed" role="alert">
          <p className="error-title">{publier.failed[work.task]}</p>
          <FailureText error={work.error} />
          {delivery && <p className="quiet">{publier.failed.kept}</p>}
        </div>
      )}
    </>
  );
}

function shareOf(step: PrepareStep | null): number | undefined {
  return step && step.total > 1 ? step.done / step.total : undefined;
}

function textOf({ task, step }: Extract<WizardState['work'], { kind: 'busy' }>): string {
  return step ? publier.work.steps[step.step](step.name) : publier.work[task];
}

/** Why a file was refused, in the words of the chain; the technical message is behind a fold. */
export function FailureText({ error }: { error: ErrorData }) {
  return (
    <div className="error-text">
      <p>{failureSentence(dataToError(error), 'page')}</p>
      <details>
        <summary>{fr.notices.details}</summary>
        <code lang="en">
          {[error.code, error.message, error.context.words].filter(Boolean).join(' – ')}
        </code>
      </details>
    </div>
  );
}
