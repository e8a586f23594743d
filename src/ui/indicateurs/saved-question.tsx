import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { errorToData } from '../../domain/errors.ts';
import type { SavedQuestion } from '../../domain/library.ts';
import { fillAsk } from '../../sql/fill-ask.ts';
import { openQuestion, setReply } from '../../state/actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { useKeptFocus } from '../frame/use-kept-focus.ts';
import { savedWords } from '../strings/indicateurs.ts';
import { ParameterForm } from './parameter-form.tsx';
import { ReplyView } from './reply-view.tsx';
import { SavedMethod } from './saved-method.tsx';

/** A question of a theme: its sentence, and once it is opened what may be chosen, its reply and how it is found. */
export function SavedQuestionView({ saved }: { saved: SavedQuestion }) {
  const isOpen = useAppState((state) => state.open?.id === saved.id);
  const act = useAct();
  const bodyId = useId();
  const entry = useRef<HTMLLIElement>(null);
  const { store } = useServices();
  useEffect(() => {
    // A link that holds a reply brings the question to the top, so that the reply below it is seen.
    const isLinked = store.getState().reply.kind !== 'none';
    if (isOpen) entry.current?.scrollIntoView({ block: isLinked ? 'start' : 'nearest' });
  }, [isOpen, store]);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="saved" data-open={isOpen} ref={entry}>
      <h4>
        <button
          type="button"
          className="saved-head"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() =>
            act((state) => openQuestion(state, isOpen ? null : { id: saved.id, values: {} }))
          }
        >
          <Chevron size={16} aria-hidden="true" />
          <span>{saved.sentence}</span>
          <span className="saved-tags">
            {`${savedWords.roles[saved.role]} · ${savedWords.shows[saved.show]}`}
          </span>
        </button>
      </h4>
      <div id={bodyId} className="saved-body" hidden={!isOpen}>
        {isOpen && <OpenSaved saved={saved} />}
      </div>
    </li>
  );
}

function OpenSaved({ saved }: { saved: SavedQuestion }) {
  const values = useAppState((state) => state.open?.values) ?? NO_VALUES;
  const reply = useAppState((state) => state.reply);
  const act = useAct();
  const ask = useAskSaved(saved);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (reply.kind === 'wanted') ask();
  }, [reply.kind, ask]);
  return (
    <>
      {saved.parameters && saved.parameters.length > 0 && (
        <ParameterForm
          parameters={saved.parameters}
          values={values}
          onChange={(next) => act((state) => openQuestion(state, { id: saved.id, values: next }))}
        />
      )}
      <AnswerBar onAnswer={ask} />
      <section className="reply" aria-label={savedWords.reply}>
        {reply.kind === 'failed' && (
          <div role="alert">
            <ErrorText error={reply.error} />
          </div>
        )}
        {reply.kind === 'ready' && (
          <ReplyView saved={saved} reply={reply.reply} values={values} onSay={setSaid} />
        )}
      </section>
      <p className="visually-hidden" role="status">
        {reply.kind === 'ready' ? said : ''}
      </p>
      <SavedMethod saved={saved} />
    </>
  );
}

const NO_VALUES = {};

/** Asks the question with what is chosen now; a choice that it does not allow becomes its reply. */
function useAskSaved(saved: SavedQuestion): () => void {
  const { askOpen } = useEffects();
  const act = useAct();
  const values = useAppState((state) => state.open?.values);
  const latest = useRef(() => {});
  latest.current = () => {
    try {
      void askOpen(fillAsk(saved, values));
    } catch (error) {
      act((state) => setReply(state, { kind: 'failed', error: errorToData(error) }));
    }
  };
  return useRef(() => latest.current()).current;
}

/** The button that asks; while the engine is at it, how far it is and the button that stops it. */
function AnswerBar({ onAnswer }: { onAnswer: () => void }) {
  const reply = useAppState((state) => state.reply);
  const onMap = useAppState(({ answer }) => (answer.kind === 'asking' ? answer.progress : null));
  const { cancelReply } = useEffects();
  const isAsking = reply.kind === 'asking';
  const isAnswered = reply.kind === 'ready';
  const focus = useKeptFocus(isAsking);
  if (isAsking) {
    return (
      <ProgressLine
        progress={reply.progress ?? onMap}
        first={savedWords.asked}
        stop={savedWords.stop}
        takesFocus={focus.isKept()}
        onStop={cancelReply}
      />
    );
  }
  return (
    <button
      type="button"
      className={`${isAnswered ? 'button' : 'primary-button'} answer-button`}
      ref={focus.start}
      onClick={() => {
        focus.keep();
        onAnswer();
      }}
    >
      {isAnswered ? savedWords.answerAgain : savedWords.answer}
    </button>
  );
}
