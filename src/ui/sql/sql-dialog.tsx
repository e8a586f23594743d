import { SquareTerminal } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import { AppError } from '../../domain/errors.ts';
import type { Question } from '../../domain/question.ts';
import { questionToSql, sqlText } from '../../sql/dialects/question-sql.ts';
import { goTo, writeStatement } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { ModalDialog } from '../frame/modal-dialog.tsx';
import { errorSentences } from '../strings/error-sentences.ts';
import { questionToSentence } from '../strings/question-sentence.ts';
import { questionSql, type SqlTab } from '../strings/question-sql.ts';
import { SqlText } from './sql-text.tsx';
import '../styles/question-sql.css';

interface SqlDialogProps {
  question: Question;
  catalogue: Catalogue;
  onClose: () => void;
}

/** A question in the SQL of four engines, each in a tab, to be read and copied. */
export function SqlDialog({ question, catalogue, onClose }: SqlDialogProps) {
  const [tab, setTab] = useState<SqlTab>('postgis');
  const id = useId();
  const act = useAct();
  const text = textOf(tab, question, catalogue);
  return (
    <ModalDialog
      className="sql-dialog"
      title={questionSql.title}
      closeLabel={questionSql.close}
      onClose={onClose}
    >
      <TabList id={id} chosen={tab} onChoose={setTab} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`}>
        <p>{text === null ? refusal : questionSql.purposes[tab]}</p>
        {text !== null && (
          <SqlText
            key={tab}
            label={questionSql.text(questionSql.names[tab])}
            text={text}
            fileName={`question-${tab}`}
          >
            {tab === 'arpent' && (
              <button
                type="button"
                className="button"
                onClick={() => act((state) => goTo(writeStatement(state, text), 'sql'))}
              >
                <SquareTerminal size={16} aria-hidden="true" />
                {questionSql.openHere}
              </button>
            )}
          </SqlText>
        )}
      </div>
    </ModalDialog>
  );
}

interface TabListProps {
  id: string;
  chosen: SqlTab;
  onChoose: (tab: SqlTab) => void;
}

/** Tabs that the arrow keys go along; only the chosen one is a stop of the Tab key. */
function TabList({ id, chosen, onChoose }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (TABS.indexOf(chosen) + step + TABS.length) % TABS.length;
    onChoose(TABS[next] as SqlTab);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={list}
      className="sql-tabs"
      role="tablist"
      aria-label={questionSql.tabs}
      onKeyDown={onKeyDown}
    >
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`${id}-${tab}`}
          aria-selected={tab === chosen}
          aria-controls={`${id}-panel`}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {questionSql.names[tab]}
        </button>
      ))}
    </div>
  );
}

const refusal = Object.values(errorSentences['question-untranslatable']({})).join(' ');

const TABS: SqlTab[] = ['postgis', 'duckdb', 'sedona', 'arpent'];

/** The text of a tab, or null for a question that none of its engines can be asked. */
function textOf(tab: SqlTab, question: Question, catalogue: Catalogue): string | null {
  try {
    return sqlOf(tab, question, catalogue);
  } catch (error) {
    if (error instanceof AppError && error.code === 'question-untranslatable') return null;
    throw error;
  }
}

/** The console of the atlas takes one statement and has the layers loaded: comments and groups are left out. */
function sqlOf(tab: SqlTab, question: Question, catalogue: Catalogue): string {
  if (tab === 'arpent') return questionToSql(question, catalogue, 'duckdb').select;
  const sentence = questionToSentence(question, catalogue);
  const base = new URL('.', document.baseURI).href;
  return sqlText(questionToSql(question, catalogue, tab, { sentence, base }));
}
