import { goTo } from '../../state/actions.ts';
import { startEngine } from '../../state/spared-engine.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { moteur } from '../strings/moteur.ts';

/** Says on a small phone that the engine was not started, what serves in its place, and lets it be started all the same. */
export function EngineSpared() {
  const act = useAct();
  const { askAgain } = useEffects();
  return (
    <section className="engine-spared" aria-label={moteur.title}>
      <p className="warning">{moteur.spared}</p>
      <p className="engine-spared-ways">
        <button type="button" className="button" onClick={() => act((s) => goTo(s, 'communes'))}>
          {moteur.communes}
        </button>
        <button type="button" className="button" onClick={() => act((s) => goTo(s, 'indicateurs'))}>
          {moteur.figures}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            act(startEngine);
            askAgain();
          }}
        >
          {moteur.start}
        </button>
      </p>
    </section>
  );
}
