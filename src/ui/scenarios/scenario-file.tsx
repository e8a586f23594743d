import { type ChangeEvent, useState } from 'react';
import { errorToData } from '../../domain/errors.ts';
import { readScenarioFile, writeScenarioFile } from '../../domain/scenario-file.ts';
import { openScenario, variantsOf } from '../../state/scenario-actions.ts';
import { useServices } from '../app-context.tsx';
import { saveFile } from '../frame/save-file.ts';
import { fileProblem, scenarios } from '../strings/scenarios.ts';
import { useCompared } from './comparison.tsx';

const { file: words } = scenarios;

/** Keeps the scenario as a file, and opens one; what another territory's file would do here is told, and nothing changes. */
export function ScenarioFile() {
  const { store } = useServices();
  const compared = useCompared();
  const [message, setMessage] = useState('');
  const save = () => {
    const state = store.getState();
    if (!state.catalogue) return;
    const scenario = { ...state.scenario, variants: variantsOf(state) };
    const versions = Object.assign({}, ...(compared?.impacts ?? []).map((own) => own.versions));
    const text = writeScenarioFile({ scenario, versions }, state.catalogue.territory);
    saveFile(text, 'application/json', 'scenario.arpent.json');
  };
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    const { catalogue } = store.getState();
    if (!file || !catalogue) return;
    try {
      const { scenario, versions } = readScenarioFile(await file.text(), catalogue.territory);
      store.setState((state) => openScenario(state, scenario));
      const changed = catalogue.layers.filter(
        ({ id, file: served }) => versions[id] && versions[id] !== served.version,
      );
      const titles = changed.map(({ title }) => title);
      setMessage(titles.length > 0 ? words.changed(titles) : '');
    } catch (error) {
      setMessage(fileProblem(errorToData(error)));
    }
    target.value = '';
  };
  return (
    <section>
      <p className="scenario-file">
        <button type="button" className="button" disabled={!compared} onClick={save}>
          {words.save}
        </button>
        <label className="button">
          {words.open}
          <input
            type="file"
            className="visually-hidden"
            accept=".json"
            onChange={(event) => void open(event)}
          />
        </label>
      </p>
      {message && (
        <p className="drawing-fault" role="alert">
          {message}
        </p>
      )}
    </section>
  );
}
