import { useAppState, useEffects } from '../app-context.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { useKeptFocus } from '../frame/use-kept-focus.ts';
import { fr } from '../strings/fr.ts';

/** The button that puts the question; while it is being answered, how far that is and a way to stop it. */
export function AskBar({ onAsk }: { onAsk: () => void }) {
  const answer = useAppState((state) => state.answer);
  const { cancelAsk } = useEffects();
  const focus = useKeptFocus(answer.kind === 'asking');
  if (answer.kind !== 'asking') {
    const ask = () => {
      focus.keep();
      onAsk();
    };
    return (
      <button type="button" className="primary-button" ref={focus.start} onClick={ask}>
        {fr.question.ask}
      </button>
    );
  }
  return (
    <ProgressLine
      progress={answer.progress}
      first={fr.answer.asked}
      stop={fr.question.cancel}
      takesFocus={focus.isKept()}
      onStop={cancelAsk}
    />
  );
}
