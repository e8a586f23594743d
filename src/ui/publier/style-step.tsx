import { useEffect } from 'react';
import { useAppState } from '../app-context.tsx';
import { publier } from '../strings/publier.ts';
import { LayerPicker } from './layer-picker.tsx';
import type { StepProps } from './publish-wizard.tsx';
import { StyleForm } from './style-form.tsx';
import { currentReport, metaOf } from './wizard-state.ts';

const words = publier.style;

/** Step 5: how each layer is drawn; the map follows. */
export function StyleStep({ wizard, state }: StepProps) {
  const report = currentReport(state);
  const shown = report?.index ?? null;
  const layer = shown === null ? undefined : state.shownAs[shown];
  const isOnMap = useAppState(({ catalogue }) => catalogue?.layers.some(({ id }) => id === layer));
  useEffect(() => {
    if (shown !== null) wizard.see([shown]);
  }, [wizard, shown]);
  if (!report) return null;
  const { index, officialStyle } = report;
  const meta = metaOf(state, report);
  return (
    <section className="publier-step" aria-label={publier.steps.style}>
      <LayerPicker wizard={wizard} state={state} />
      <p className="hint">{words.onMap}</p>
      {!isOnMap && state.work.kind === 'idle' && (
        <div className="publier-aside">
          <p>{words.gone}</p>
          <button type="button" className="button" onClick={() => void wizard.showAgain()}>
            {words.showAgain}
          </button>
        </div>
      )}
      {layer && isOnMap && (
        <StyleForm
          key={index}
          layer={layer}
          meta={meta}
          choice={state.styles[index] ?? null}
          official={officialStyle}
          onStyle={(choice, style) => wizard.setStyle(index, choice, style)}
        />
      )}
      <button
        type="button"
        className="primary-button"
        onClick={() => void wizard.goTo('telecharger')}
      >
        {publier.next}
      </button>
    </section>
  );
}
