import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import type { QuestionReading } from '../../sql/statement-to-question.ts';
import { goTo } from '../../state/actions.ts';
import { writeDraft } from '../../state/draft-history.ts';
import { useAct, useServices } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { sqlAsQuestion } from '../strings/sql-as-question.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

interface OpenAsQuestionProps {
  /** What is to be opened, and where it stands in what is written. */
  statement: () => { text: string; start: number };
  onPlace: (start: number, end: number) => void;
}

/** The button that opens a statement in the form of questions; where it is none, or not quite, it says why and where. */
export function OpenAsQuestion({ statement, onPlace }: OpenAsQuestionProps) {
  const { store } = useServices();
  const act = useAct();
  const [reading, setReading] = useState<{ of: QuestionReading; start: number } | null>(null);
  const open = (question: Extract<QuestionReading, { kind: 'question' }>['question']) =>
    act((state) => goTo(writeDraft(state, question), 'question'));
  const read = async () => {
    const { catalogue } = store.getState();
    if (!catalogue) return;
    const { statementToQuestion } = await import('../../sql/statement-to-question.ts');
    const { text, start } = statement();
    const found = statementToQuestion(text, catalogue);
    if (found.kind === 'question' && found.notes.length === 0) open(found.question);
    else setReading({ of: found, start });
  };
  return (
    <>
      <button
        type="button"
        className="button"
        title={sqlScreen.question.help}
        onClick={() => void read()}
      >
        <MessageCircleQuestion size={16} aria-hidden="true" />
        {sqlScreen.question.open}
      </button>
      {reading && (
        <span className="sql-as-question" role="alert">
          <ReadingText reading={reading.of} onOpen={open} />
          {reading.of.kind === 'refused' && (
            <button type="button" className="button" onClick={() => showPlace(reading, onPlace)}>
              {sqlScreen.showPlace}
            </button>
          )}
        </span>
      )}
    </>
  );
}

function showPlace(
  { of, start }: { of: QuestionReading; start: number },
  onPlace: OpenAsQuestionProps['onPlace'],
): void {
  if (of.kind === 'refused') onPlace(start + of.place.position, start + of.end);
}

interface ReadingTextProps {
  reading: QuestionReading;
  onOpen: (question: Extract<QuestionReading, { kind: 'question' }>['question']) => void;
}

function ReadingText({ reading, onOpen }: ReadingTextProps) {
  if (reading.kind === 'unfit') return <ErrorText error={reading.error} />;
  if (reading.kind === 'refused') {
    const { place, word, reason } = reading;
    return (
      <span>
        <strong>{sqlAsQuestion.refused}</strong>{' '}
        {sqlAsQuestion.place(place.line, place.column, word)} {sqlAsQuestion.reasons[reason]}
      </span>
    );
  }
  return (
    <>
      <span>{reading.notes.map((note) => sqlAsQuestion.notes[note]).join(' ')}</span>
      <button type="button" className="button" onClick={() => onOpen(reading.question)}>
        {sqlAsQuestion.openAnyway}
      </button>
    </>
  );
}
