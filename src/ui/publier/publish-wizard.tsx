import { ArrowLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { goTo } from '../../state/actions.ts';
import { leaveComparison } from '../../state/version-actions.ts';
import { HelpHint } from '../aide/help-hint.tsx';
import { useAct, useAppState, useServices } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { useHeadingFirst } from '../indicateurs/use-heading-first.ts';
import { publier } from '../strings/publier.ts';
import { screens } from '../strings/screens.ts';
import '../styles/donnees.css';
import '../styles/versions.css';
import '../styles/plain-table.css';
import '../styles/publier.css';
import '../styles/publier-check.css';
import { BundleStep } from './bundle-step.tsx';
import { CheckStep } from './check-step.tsx';
import { FileStep } from './file-step.tsx';
import { LayerStep } from './layer-step.tsx';
import { MetadataStep } from './metadata-step.tsx';
import { StepNav } from './step-nav.tsx';
import { StyleStep } from './style-step.tsx';
import { useIssuesOnMap } from './use-issues-on-map.ts';
import { type Wizard, wizardOf } from './wizard.ts';
import type { Step, WizardState } from './wizard-state.ts';
import { WorkLine } from './work-line.tsx';

/** What each step is given. */
export interface StepProps {
  wizard: Wizard;
  state: WizardState;
  /** Lowers the sheet of a narrow window, so that the map is seen. */
  onSeeMap: () => void;
}

/** The Publier screen: from a file to a bundle, step by step, each of which can be gone back to. */
export function PublishWizard({ onSeeMap }: { onSeeMap: () => void }) {
  const services = useServices();
  const catalogue = useAppState((state) => state.catalogue);
  const wizard = wizardOf(services);
  const state = useStore(wizard.store);
  const act = useAct();
  const heading = useHeadingFirst();
  useEffect(() => () => act(leaveComparison), [act]);
  const body = useStepFocus(state.step);
  useIssuesOnMap(state);
  if (!catalogue) return <CatalogueWait />;
  const Current = STEP_VIEWS[state.step];
  return (
    <div className="publier" ref={body}>
      <button
        type="button"
        className="link-button back-link"
        onClick={() => act((before) => goTo(before, 'donnees'))}
      >
        <ArrowLeft size={16} aria-hidden="true" />
        {publier.back}
      </button>
      <div className="with-hint">
        <h2 ref={heading} tabIndex={-1}>
          {screens.publier.title}
        </h2>
        <HelpHint about="publish" />
      </div>
      <StepNav wizard={wizard} state={state} />
      <WorkLine wizard={wizard} state={state} />
      <Current key={state.step} wizard={wizard} state={state} onSeeMap={onSeeMap} />
    </div>
  );
}

/** A step that has been gone to is shown from its top, and takes the focus that the button before it had. */
function useStepFocus(step: Step): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    const section = body.current?.querySelector<HTMLElement>('.publier-step');
    if (section) section.tabIndex = -1;
    section?.focus({ preventScroll: true });
    body.current?.closest('.panel-body')?.scrollTo({ top: 0 });
  }, [step]);
  return body;
}

const STEP_VIEWS: Record<Step, (props: StepProps) => ReactNode> = {
  fichier: FileStep,
  couche: LayerStep,
  controle: CheckStep,
  metadonnees: MetadataStep,
  style: StyleStep,
  telecharger: BundleStep,
};
