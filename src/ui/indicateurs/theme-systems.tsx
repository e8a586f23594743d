import type { System } from '../../domain/library.ts';
import { goTo, openQuestion } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { systemWords } from '../strings/indicateurs.ts';
import { usePage } from './page-context.ts';
import { sourceText } from './source-text.ts';
import { useSeeOnMap } from './use-see-on-map.ts';

/** The plans, registers and tools of a theme: what an atlas must let people do with each, and where it does. */
export function ThemeSystems({ systems }: { systems: System[] }) {
  return (
    <ul className="systems">
      {systems.map((system) => (
        <SystemEntry key={system.id} system={system} />
      ))}
    </ul>
  );
}

function SystemEntry({ system }: { system: System }) {
  const { catalogue, library } = usePage();
  const act = useAct();
  const seeOnMap = useSeeOnMap();
  const layers = catalogue.layers.filter(({ id }) => system.layers.includes(id));
  const questions = library.questions.filter(({ id }) => system.questions.includes(id));
  const { screen } = system;
  const openSaved = (theme: string, id: string) =>
    act((state) => openQuestion({ ...state, theme }, { id, values: {} }));
  return (
    <li className="system">
      <h4>
        <span className="system-id">{system.id}</span> {system.name}
      </h4>
      <p>{system.must}</p>
      <ul className="system-links">
        {layers.map((layer) => (
          <li key={layer.id}>
            <button type="button" className="chip" onClick={() => seeOnMap([layer])}>
              {layer.title}
            </button>
          </li>
        ))}
        {questions.map((saved) => (
          <li key={saved.id}>
            <button
              type="button"
              className="chip"
              title={saved.sentence}
              onClick={() => openSaved(saved.theme, saved.id)}
            >
              {systemWords.question(saved.id)}
            </button>
          </li>
        ))}
        {screen !== 'indicateurs' && (
          <li>
            <button
              type="button"
              className="chip"
              onClick={() => act((state) => goTo(state, screen))}
            >
              {systemWords.screen(fr.rail[screen])}
            </button>
          </li>
        )}
      </ul>
      <p className="figure-source">
        {system.sources.map((source) => sourceText(source, library.documents)).join('\u00a0; ')}
      </p>
    </li>
  );
}
