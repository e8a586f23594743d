import { goToHelp } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { aide } from '../strings/aide/aide.ts';
import { passageOf } from './help-pages.ts';

/** A passage of the guide, read in place, with the way to its page. */
export function HintPassage({ to, onLeave }: { to: string; onLeave: () => void }) {
  const act = useAct();
  const passage = passageOf(to);
  return (
    <div className="hint-passage">
      <h3>{passage?.title}</h3>
      {passage?.steps && (
        <ol>
          {passage.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {passage?.text?.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => {
          onLeave();
          act((state) => goToHelp(state, to));
        }}
      >
        {aide.readOn}
      </button>
    </div>
  );
}
