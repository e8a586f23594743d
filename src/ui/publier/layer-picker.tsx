import { publier } from '../strings/publier.ts';
import type { StepProps } from './publish-wizard.tsx';
import { currentReport, metaOf, readyReports } from './wizard-state.ts';

/** Chooses the layer that is described, where a delivery has several. */
export function LayerPicker({ wizard, state }: Pick<StepProps, 'wizard' | 'state'>) {
  const ready = readyReports(state);
  if (ready.length < 2) return null;
  return (
    <label className="publier-field">
      <span>{publier.picker}</span>
      <select
        value={currentReport(state)?.index}
        onChange={(event) => wizard.look(Number(event.target.value))}
      >
        {ready.map((report) => (
          <option key={report.index} value={report.index}>
            {metaOf(state, report).title}
          </option>
        ))}
      </select>
    </label>
  );
}
