import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { isSameQuestion, layersOf, type Question } from '../../domain/question.ts';
import { setDraft } from '../../state/actions.ts';
import { findGaps } from '../../state/draft-gaps.ts';
import { HelpHint } from '../aide/help-hint.tsx';
import { AnswerSection } from '../answer/answer-section.tsx';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { Bibliotheque } from '../bibliotheque/bibliotheque.tsx';
import { ShelfBar } from '../bibliotheque/shelf-bar.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { SqlButton } from '../sql/sql-button.tsx';
import { builder as words } from '../strings/builder.ts';
import { fr } from '../strings/fr.ts';
import { questionToSentence } from '../strings/question-sentence.ts';
import { AskBar } from './ask-bar.tsx';
import { ExampleQuestions } from './example-questions.tsx';
import { findMisfits } from './find-misfits.ts';
import { HistoryButtons } from './history-buttons.tsx';
import { PreviewLine } from './preview-line.tsx';
import { QuestionForm } from './question-form.tsx';
import { RestoredNote } from './restored-note.tsx';
import { useQuestionFaults } from './use-form-notes.ts';
import { usePreview } from './use-preview.ts';
import { useQuestionBuilder } from './use-question-builder.ts';
import '../styles/question.css';
import '../styles/condition.css';
import '../styles/answer.css';
import '../styles/builder.css';

interface QuestionPanelProps {
  drawer: DrawerStop;
  onDrawer: (stop: DrawerStop) => void;
}

/** The Question screen: write a question as a sentence, put it, read its answer. */
export function QuestionPanel(props: QuestionPanelProps) {
  const catalogue = useAppState((state) => state.catalogue);
  const part = useAppState((state) => state.shelf.part);
  if (!catalogue) return <CatalogueWait />;
  if (part) return <Bibliotheque catalogue={catalogue} part={part} />;
  const first = firstTarget(catalogue);
  if (!first) return <p className="quiet">{fr.app.noLayers}</p>;
  return <QuestionEditor {...props} catalogue={catalogue} first={first} />;
}

function QuestionEditor(props: QuestionPanelProps & { catalogue: Catalogue; first: Layer }) {
  const { catalogue, first, drawer, onDrawer } = props;
  const isBlank = useAppState((state) => state.draft === null);
  const isAnswered = useIsAnswered();
  const [hasTried, setHasTried] = useState(false);
  const act = useAct();
  const { ask, showQuestionShapes } = useEffects();
  const asked = useAppState((state) => state.asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question asked may bring shapes of its own
  useEffect(showQuestionShapes, [asked]);
  const { question, target, builder, form, said, say } = useQuestionBuilder(catalogue, first);
  // What follows from the question is drawn after the form, in slices: typing does not wait for it.
  const settled = useDeferredValue(question);
  const { faults, left } = useQuestionFaults(settled, catalogue, hasTried);
  const live = usePreview(settled, left);
  const { emptying } = live;
  const notes = useMemo(() => ({ faults, emptying }), [faults, emptying]);
  const isKnown = target.id === question.target;
  const sentence = useMemo(
    () => sentenceOf(settled, builder.catalogue),
    [settled, builder.catalogue],
  );
  const shelf = useMemo(
    () => <ShelfBar catalogue={catalogue} question={settled} canKeep={!isBlank} />,
    [catalogue, settled, isBlank],
  );
  const answer = useMemo(
    () => <AnswerSection catalogue={catalogue} drawer={drawer} onDrawer={onDrawer} />,
    [catalogue, drawer, onDrawer],
  );
  const isComplete = () => {
    setHasTried(true);
    return findGaps(question).length + findMisfits(question, catalogue).length === 0;
  };
  const write = (next: Question | null) => {
    setHasTried(false);
    act((state) => setDraft(state, next));
  };
  return (
    <div className="question-panel">
      <RestoredNote />
      {shelf}
      <p className="form-tools">
        <HistoryButtons onDone={say} />
        {!isBlank && (
          <button type="button" className="link-button" onClick={() => write(null)}>
            {words.restart}
          </button>
        )}
        <HelpHint about="question" />
      </p>
      {!isKnown && (
        <p className="fault" role="alert">
          {words.lostTarget(question.target)}
        </p>
      )}
      <QuestionForm
        builder={builder}
        target={target}
        question={question}
        notes={notes}
        form={form}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <p className="sentence">{sentence}</p>
      {hasTried && left.size > 0 && <p className="fault">{fr.question.incomplete}</p>}
      <ExampleQuestions catalogue={catalogue} isOpen={isBlank} onChoose={write} />
      <div className="ask-bar">
        <PreviewLine
          live={live}
          isStale={settled !== question}
          target={target}
          left={left.size}
          isAnswered={isAnswered}
        />
        <AskBar onAsk={() => isComplete() && ask(question)} />
        {sentence !== '' && (
          <SqlButton question={question} catalogue={catalogue} canOpen={isComplete} />
        )}
      </div>
      {answer}
    </div>
  );
}

/** Whether the question being written is the one that the answer below is of; compared when one of them changes, not when the map moves. */
function useIsAnswered(): boolean {
  const draft = useAppState((state) => state.draft);
  const asked = useAppState((state) => state.asked);
  const isReady = useAppState((state) => state.answer.kind === 'ready');
  return useMemo(() => isReady && isSameQuestion(draft, asked), [isReady, draft, asked]);
}

/** The parcels where the atlas has them, since most questions are of land; else its first layer. */
function firstTarget(catalogue: Catalogue): Layer | undefined {
  const layers = catalogue.layers.filter((layer) => !layer.base);
  const parcels = layers.find((layer) => layer.search === 'parcel');
  return parcels ?? layers[0];
}

/** The sentence of a draft, which may name a layer that is no longer there: the form then says so in its place. */
function sentenceOf(question: Question, catalogue: Catalogue): string {
  const known = new Set(catalogue.layers.map((layer) => layer.id));
  const isWhole = layersOf(question).every((id) => known.has(id));
  return isWhole ? questionToSentence(question, catalogue) : '';
}
