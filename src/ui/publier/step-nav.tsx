import { publier } from '../strings/publier.ts';
import type { Wizard } from './wizard.ts';
import { reachable, STEPS, type WizardState } from './wizard-state.ts';

/** The steps, in a row: those that can be gone to are buttons. */
export function StepNav({ wizard, state }: { wizard: Wizard; state: WizardState }) {
  const open = reachable(state);
  const isBusy = state.work.kind === 'busy';
  return (
    <nav aria-label={publier.steps.label}>
      <ol className="publier-steps">
        {STEPS.map((step, index) => (
          <li key={step} data-current={step === state.step}>
            <button
              type="button"
              aria-current={step === state.step ? 'step' : undefined}
              disabled={isBusy || !open.has(step)}
              onClick={() => void wizard.goTo(step)}
            >
              <span className="publier-step-number">{index + 1}</span>
              <span className="publier-step-name">{publier.steps[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
