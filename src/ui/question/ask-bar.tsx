import type { Catalogue } from '../../domain/catalogue.ts';
import type { Progress } from '../../domain/progress.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { lowerFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** The button that puts the question; while it is being answered, how far that is and a way to stop it. */
export function AskBar({ onAsk }: { onAsk: () => void }) {
  const answer = useAppState((state) => state.answer);
  const catalogue = useAppState((state) => state.catalogue);
  const { cancelAsk } = useEffects();
  if (answer.kind !== 'asking') {
    return (
      <button type="button" className="primary-button" onClick={onAsk}>
        {fr.question.ask}
      </button>
    );
  }
  const { progress } = answer;
  const share = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const phase = phaseInWords(progress, catalogue);
  return (
    <div className="ask-progress">
      <p role="status">{phase}</p>
      <progress aria-label={phase} value={share} max={1} />
      <button type="button" className="button" onClick={cancelAsk}>
        {fr.question.cancel}
      </button>
    </div>
  );
}

function phaseInWords(progress: Progress | null, catalogue: Catalogue | null): string {
  if (!progress) return fr.answer.asked;
  if (progress.phase === 'engine') return fr.progress.engine;
  if (progress.phase === 'test') return fr.progress.test;
  const layer = catalogue?.layers.find(({ id }) => id === progress.layer);
  return fr.progress[progress.phase](layer ? lowerFirst(layer.title) : fr.progress.someLayer);
}
