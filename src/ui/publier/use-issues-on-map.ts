import { useEffect } from 'react';
import { toggleLayer } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { WizardState } from './wizard-state.ts';

/** Shows the issues on the map where they are read, and there only: elsewhere they would hide the layers, or what has changed. */
export function useIssuesOnMap({ step, issuesAs }: WizardState): void {
  const act = useAct();
  const isComparing = useAppState(({ comparison }) => comparison !== null);
  const isWanted = step === 'controle' && !isComparing;
  useEffect(() => {
    if (!issuesAs) return;
    act((state) => {
      const isThere = state.catalogue?.layers.some(({ id }) => id === issuesAs);
      const isShown = state.shown.some(({ id }) => id === issuesAs);
      return isThere && isShown !== isWanted ? toggleLayer(state, issuesAs) : state;
    });
  }, [act, issuesAs, isWanted]);
}
