import { Code } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Question } from '../../domain/question.ts';
import { lazyPart } from '../frame/lazy-part.tsx';
import { questionSql } from '../strings/question-sql.ts';

interface SqlButtonProps {
  question: Question;
  catalogue: Catalogue;
  /** Whether the question can be written in SQL; says what is missing when it cannot. */
  canOpen: () => boolean;
}

/** The button that opens the question in SQL. */
export function SqlButton({ question, catalogue, canOpen }: SqlButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button"
        title={questionSql.openHelp}
        aria-haspopup="dialog"
        onClick={() => setOpen(canOpen())}
      >
        <Code size={16} aria-hidden="true" />
        {questionSql.open}
      </button>
      {isOpen && (
        <Suspense fallback={<p role="status">{questionSql.loading}</p>}>
          <SqlDialog question={question} catalogue={catalogue} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const SqlDialog = lazyPart(async () => (await import('./sql-dialog.tsx')).SqlDialog);
