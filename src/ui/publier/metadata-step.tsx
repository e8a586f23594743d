import { useState } from 'react';
import { publier } from '../strings/publier.ts';
import { LayerPicker } from './layer-picker.tsx';
import { MetadataForm } from './metadata-form.tsx';
import type { StepProps } from './publish-wizard.tsx';
import { currentReport, type MetaEdits, metaOf, readyReports } from './wizard-state.ts';

const words = publier.meta;

/** Step 4: what is said of each layer. */
export function MetadataStep({ wizard, state }: StepProps) {
  const [isSpread, setSpread] = useState(false);
  const report = currentReport(state);
  if (!report) return null;
  const meta = metaOf(state, report);
  const others = readyReports(state).filter(({ index }) => index !== report.index);
  const edit = (part: MetaEdits) => {
    setSpread(false);
    wizard.describe(report.index, part);
  };
  const spread = () => {
    const { producer, service, contact, licence, maintenance } = meta;
    const shared = { producer, licence, ...(service && { service }), ...(contact && { contact }) };
    for (const { index } of others) {
      wizard.describe(index, { ...shared, ...(maintenance && { maintenance }) });
    }
    setSpread(true);
  };
  return (
    <section className="publier-step" aria-label={publier.steps.metadonnees}>
      <LayerPicker wizard={wizard} state={state} />
      <p className="hint">{words.hint}</p>
      <MetadataForm key={report.index} meta={meta} onEdit={edit} />
      {others.length > 0 && (
        <button type="button" className="button" onClick={spread}>
          {words.spread}
        </button>
      )}
      <p role="status" className="quiet">
        {isSpread ? words.spreadDone : ''}
      </p>
      <button type="button" className="primary-button" onClick={() => void wizard.goTo('style')}>
        {publier.next}
      </button>
    </section>
  );
}
