import { useAppState } from '../app-context.tsx';
import { show } from '../strings/seance.ts';

/** How many features the scene's question found. */
export function SceneAnswer() {
  const answer = useAppState((state) => state.answer);
  const layers = useAppState((state) => state.catalogue?.layers);
  if (answer.kind === 'failed') return <p className="show-answer">{show.answerFailed}</p>;
  if (answer.kind !== 'ready') return <p className="show-answer">{show.asking}</p>;
  const { count, outOf, question } = answer.answer;
  const noun = layers?.find(({ id }) => id === question.target)?.noun ?? ['objet', 'objets'];
  const words = show.answer(count, noun, outOf);
  return (
    <p className="show-answer">
      <strong>{words.count}</strong>
      {` ${words.noun}`}
    </p>
  );
}
