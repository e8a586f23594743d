import { SHOW_KEYS, show } from '../strings/seance.ts';
import { useSeance } from './seance-context.ts';

/** The keys of the presentation. */
export function KeysHelp() {
  const { command } = useSeance();
  return (
    <div className="show-help" role="dialog" aria-label={show.controls.help}>
      <dl>
        {SHOW_KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button" onClick={() => command({ kind: 'dismiss' })}>
        {show.close}
      </button>
    </div>
  );
}
