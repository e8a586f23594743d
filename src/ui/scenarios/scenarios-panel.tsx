import { useEffect } from 'react';
import { takeDrew } from '../../state/drawing-actions.ts';
import { addVariant } from '../../state/scenario-actions.ts';
import { HelpHint } from '../aide/help-hint.tsx';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import { scenarios } from '../strings/scenarios.ts';
import { screens } from '../strings/screens.ts';
import '../styles/plain-table.css';
import '../styles/scenarios.css';
import { AddVariant, SCENARIO_PURPOSE } from './add-variant.tsx';
import { Comparison } from './comparison.tsx';
import { CostForm } from './cost-form.tsx';
import { LeastFootprint } from './least-footprint.tsx';
import { ScenarioFile } from './scenario-file.tsx';
import { VariantList } from './variant-list.tsx';

/** The screen of scenarios: variants of a project, what each touches, what changes from one to another. */
export function ScenariosPanel() {
  const catalogue = useAppState((state) => state.catalogue);
  useDrawnVariant();
  useMeasures();
  if (!catalogue) return <CatalogueWait />;
  return (
    <div className="scenarios">
      <h2 className="visually-hidden">{screens.scenarios.title}</h2>
      <div className="with-hint">
        <p className="quiet">{scenarios.intro}</p>
        <HelpHint about="scenario" />
      </div>
      <VariantList />
      <AddVariant />
      <Comparison />
      <CostForm />
      <LeastFootprint />
      <ScenarioFile />
    </div>
  );
}

/** A shape that was drawn for the scenario becomes a variant of it. */
function useDrawnVariant(): void {
  const act = useAct();
  const drew = useAppState((state) => state.drew);
  useEffect(() => {
    if (drew?.purpose !== SCENARIO_PURPOSE) return;
    act((state) => takeDrew(addVariant(state, drew.shape.name)));
  }, [act, drew]);
}

/** Variants are measured as soon as they are there, and again when they change. */
function useMeasures(): void {
  const { measureVariants, measureDrawn } = useEffects();
  const variants = useAppState((state) => state.scenario.variants);
  const drawn = useAppState((state) => state.drawn);
  const isThere = useAppState((state) => state.catalogue !== null);
  useEffect(() => {
    if (!isThere || drawn.length === 0) return;
    void measureDrawn();
    if (variants.length > 0) void measureVariants();
  }, [measureVariants, measureDrawn, variants, drawn, isThere]);
}
