import { Focus, Table2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { clearAnswer, flyTo } from '../../state/actions.ts';
import { frameAnswer } from '../../state/frame-answer.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { ErrorText } from '../frame/notices.tsx';
import { AskAgain } from '../liens/ask-again.tsx';
import { CopyLink } from '../liens/copy-link.tsx';
import { MovedNotice } from '../liens/moved-notice.tsx';
import { shareText } from '../strings/answer-summary.ts';
import { answerView } from '../strings/answer-view.ts';
import { formatDuration, formatNumber, formatSize } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { AnswerCharts } from './answer-charts.tsx';
import { AnswerExports } from './answer-exports.tsx';
import { AnswerFaults } from './answer-faults.tsx';
import { AnswerFigures } from './answer-figures.tsx';
import { AnswerTravel } from './answer-travel.tsx';
import { AnswerVersions } from './answer-versions.tsx';
import { CopySummary } from './copy-summary.tsx';
import { useLayerTotal } from './use-layer-total.ts';
import '../styles/answer-view.css';

interface AnswerSectionProps {
  catalogue: Catalogue;
  drawer: DrawerStop;
  onDrawer: (stop: DrawerStop) => void;
}

/** What was found, or why nothing could be; nothing before a question is put. */
export function AnswerSection({ catalogue, drawer, onDrawer }: AnswerSectionProps) {
  const status = useAppState((state) => state.answer);
  const isStale = useAppState(
    ({ draft, asked }) => JSON.stringify(draft) !== JSON.stringify(asked),
  );
  useEffect(() => {
    // The table comes with the answer: what draws it is fetched before.
    void import('../table/table-drawer.tsx');
  }, []);
  return (
    <section className="answer" aria-label={fr.answer.title} aria-live="polite">
      {status.kind === 'failed' && (
        <>
          <ErrorText error={status.error} />
          <AskAgain />
        </>
      )}
      <MovedNotice catalogue={catalogue} />
      {status.kind === 'ready' && isStale && <p className="warning">{fr.answer.stale}</p>}
      {status.kind === 'ready' && (
        <AnswerText
          key={status.answer.id}
          answer={status.answer}
          catalogue={catalogue}
          isTableOpen={drawer !== 'closed'}
          onDrawer={onDrawer}
        />
      )}
    </section>
  );
}

interface AnswerTextProps {
  answer: Answer;
  catalogue: Catalogue;
  isTableOpen: boolean;
  onDrawer: (stop: DrawerStop) => void;
}

function AnswerText({ answer, catalogue, isTableOpen, onDrawer }: AnswerTextProps) {
  const target = findLayer(catalogue, answer.question.target);
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  const layerTotal = useLayerTotal(target);
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'start' });
    act((state) => frameAnswer(state, answer));
  }, [act, answer]);
  return (
    <>
      <h2 ref={heading} className="answer-count">
        <strong>{formatNumber(answer.count, 0)}</strong>
        {` ${target.noun[answer.count < 2 ? 0 : 1]} `}
        <span className="quiet">{fr.answer.outOf(answer.outOf)}</span>
      </h2>
      {answer.count === 0 && <p>{fr.answer.none}</p>}
      {answer.count > 0 && <AnswerTotal answer={answer} target={target} layerTotal={layerTotal} />}
      <AnswerFaults answer={answer} catalogue={catalogue} />
      <div className="answer-buttons">
        {answer.count > 0 && (
          <AnswerButtons answer={answer} isTableOpen={isTableOpen} onDrawer={onDrawer} />
        )}
        {answer.count > 0 && <AnswerExports answer={answer} catalogue={catalogue} />}
        <CopyLink />
        {answer.count > 0 && (
          <CopySummary
            answer={answer}
            target={target}
            catalogue={catalogue}
            layerTotal={layerTotal}
          />
        )}
      </div>
      {answer.count > 0 && <AnswerFigures answer={answer} target={target} />}
      {answer.count > 0 && <AnswerCharts answer={answer} target={target} catalogue={catalogue} />}
      <AnswerVersions answer={answer} catalogue={catalogue} />
      <AnswerTravel answer={answer} catalogue={catalogue} />
      <p className="quiet">{fr.answer.elapsed(formatDuration(answer.elapsedMs))}</p>
      <button type="button" className="link-button forget" onClick={() => act(clearAnswer)}>
        {fr.question.forget}
      </button>
    </>
  );
}

interface AnswerTotalProps {
  answer: Answer;
  target: Layer;
  layerTotal: number | null;
}

/** The share of all features that was found, and their size with its share of the size of all. */
function AnswerTotal({ answer, target, layerTotal }: AnswerTotalProps) {
  const { count, outOf, total, crs } = answer;
  const isArea = target.geometry === 'polygon';
  return (
    <>
      {outOf > 0 && (
        <p className="quiet">{answerView.ofAll(shareText(count / outOf), target.noun[1])}</p>
      )}
      {total !== null && (
        <p className="answer-total">
          {isArea ? fr.answer.totalArea : fr.answer.totalLength}{' '}
          <strong>{formatSize(total, target.geometry)}</strong>{' '}
          <span className="quiet">
            {layerTotal !== null &&
              layerTotal > 0 &&
              `${answerView.ofTotal(shareText(total / layerTotal), target.noun[1])}, `}
            {fr.answer.crs(fr.crs[crs])}
          </span>
        </p>
      )}
    </>
  );
}

function AnswerButtons({ answer, isTableOpen, onDrawer }: Omit<AnswerTextProps, 'catalogue'>) {
  const act = useAct();
  const { extent } = answer;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={isTableOpen}
        onClick={() => onDrawer(isTableOpen ? 'closed' : 'half')}
      >
        <Table2 size={16} aria-hidden="true" />
        {isTableOpen ? fr.table.close : fr.answer.table}
      </button>
      {extent && (
        <button type="button" className="button" onClick={() => act((s) => flyTo(s, extent))}>
          <Focus size={16} aria-hidden="true" />
          {fr.answer.zoom}
        </button>
      )}
    </>
  );
}
