import type { Catalogue } from '../../domain/catalogue.ts';
import { layersOf, type Question } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';

interface ExampleQuestionsProps {
  catalogue: Catalogue;
  isOpen: boolean;
  onChoose: (question: Question) => void;
}

/** Questions to start from: those of `data/examples/` whose layers the atlas has. */
export function ExampleQuestions({ catalogue, isOpen, onChoose }: ExampleQuestionsProps) {
  const known = new Set(catalogue.layers.map((layer) => layer.id));
  const examples = EXAMPLES.filter(({ question }) =>
    layersOf(question).every((id) => known.has(id)),
  );
  if (examples.length === 0) return null;
  return (
    <details className="theme examples" open={isOpen}>
      <summary>
        <h2>{fr.question.examples}</h2>
      </summary>
      <ul>
        {examples.map(({ title, question }) => (
          <li key={title}>
            <button type="button" className="choice" onClick={() => onChoose(question)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ExampleQuestion {
  title: string;
  question: Question;
}

/** One file a question; their names give the order. */
const EXAMPLES = Object.values(
  import.meta.glob<ExampleQuestion>('../../../data/examples/*.json', {
    eager: true,
    import: 'default',
  }),
);
