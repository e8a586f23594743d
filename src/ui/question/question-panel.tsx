import { useState } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { ErrorData } from '../../domain/errors.ts';
import { layersOf, type Question } from '../../domain/question.ts';
import { setDraft } from '../../state/actions.ts';
import { AnswerSection } from '../answer/answer-section.tsx';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { CatalogueWait } from '../frame/catalogue-wait.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { type ErrorSentence, fr } from '../strings/fr.ts';
import { questionToSentence } from '../strings/question-sentence.ts';
import { AskBar } from './ask-bar.tsx';
import type { Fault } from './builder-context.ts';
import { withRootGroup } from './edit-condition.ts';
import { ExampleQuestions } from './example-questions.tsx';
import { findIncomplete } from './incomplete.ts';
import { QuestionForm } from './question-form.tsx';
import { SqlButton } from './sql-button.tsx';
import '../styles/question.css';

interface QuestionPanelProps {
  drawer: DrawerStop;
  onDrawer: (stop: DrawerStop) => void;
}

/** The Question screen: write a question as a sentence, put it, read its answer. */
export function QuestionPanel(props: QuestionPanelProps) {
  const catalogue = useAppState((state) => state.catalogue);
  if (!catalogue) return <CatalogueWait />;
  const target = firstTarget(catalogue);
  if (!target) return <p className="quiet">{fr.app.noLayers}</p>;
  return <QuestionEditor {...props} catalogue={catalogue} firstTarget={target} />;
}

function QuestionEditor(props: QuestionPanelProps & { catalogue: Catalogue; firstTarget: string }) {
  const { catalogue, firstTarget: target, drawer, onDrawer } = props;
  const draft = useAppState((state) => state.draft);
  const error = useAppState((state) =>
    state.answer.kind === 'failed' ? state.answer.error : null,
  );
  const [hasTried, setHasTried] = useState(false);
  const act = useAct();
  const { ask } = useEffects();
  const sentenceOfError = useErrorSentence();
  const question = withRootGroup(draft ?? { target, where: { kind: 'and', conditions: [] } });
  const incomplete = findIncomplete(question);
  const isKnown = catalogue.layers.some((layer) => layer.id === question.target);
  const change = (next: Question) => act((state) => setDraft(state, next));
  const sentence = sentenceOf(question, catalogue);
  const isComplete = () => {
    setHasTried(true);
    return incomplete.length === 0;
  };
  const put = () => {
    if (isComplete()) ask(question);
  };
  return (
    <div className="question-panel">
      <ExampleQuestions
        catalogue={catalogue}
        isOpen={draft === null}
        onChoose={(chosen) => {
          setHasTried(false);
          change(chosen);
        }}
      />
      <QuestionForm
        catalogue={catalogue}
        question={isKnown ? question : { ...question, target }}
        faults={[...(hasTried ? incomplete : []), ...faultsOf(error, sentenceOfError)]}
        onChange={change}
      />
      <p className="sentence">{sentence}</p>
      {hasTried && incomplete.length > 0 && <p className="fault">{fr.question.incomplete}</p>}
      <div className="ask-bar">
        <AskBar onAsk={put} />
        {sentence !== '' && (
          <SqlButton question={question} catalogue={catalogue} canOpen={isComplete} />
        )}
      </div>
      <AnswerSection catalogue={catalogue} drawer={drawer} onDrawer={onDrawer} />
    </div>
  );
}

/** The parcels where the atlas has them, since most questions are of land; else its first layer. */
function firstTarget(catalogue: Catalogue): string | undefined {
  const layers = catalogue.layers.filter((layer) => !layer.base);
  const parcels = layers.find((layer) => layer.search === 'parcel');
  return (parcels ?? layers[0])?.id;
}

function faultsOf(
  error: ErrorData | null,
  sentenceOfError: (error: ErrorData) => ErrorSentence,
): Fault[] {
  const path = error?.context.path;
  if (!error || typeof path !== 'string') return [];
  const { title, todo } = sentenceOfError(error);
  return [{ path, sentence: `${title} ${todo}` }];
}

/** The sentence of a draft, which may name a layer that is no longer there: the form then says so in its place. */
function sentenceOf(question: Question, catalogue: Catalogue): string {
  const known = new Set(catalogue.layers.map((layer) => layer.id));
  const isWhole = layersOf(question).every((id) => known.has(id));
  return isWhole ? questionToSentence(question, catalogue) : '';
}
