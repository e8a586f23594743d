import { Focus, MessageCircleQuestionMark, SquareTerminal } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { findLayer } from '../../domain/catalogue.ts';
import type { Commune } from '../../domain/commune.ts';
import type { ParameterValues, SavedQuestion } from '../../domain/library.ts';
import { isSameQuestion } from '../../domain/question.ts';
import { flyTo, goTo, setDraft, writeStatement } from '../../state/actions.ts';
import type { Reply } from '../../state/app-state.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { savedWords } from '../strings/indicateurs.ts';
import { chartsOfReply } from './chart-bars.ts';
import { FacingTable, isBetterTurned } from './facing-table.tsx';
import { usePage } from './page-context.ts';
import { ReplyChart } from './reply-chart.tsx';
import { communeOf, namingColumn, type ReplyRow, replyColumns } from './reply-columns.ts';
import { ReplyFacts } from './reply-facts.tsx';
import { parameterTexts, rowsSpokenOf, sentenceOf } from './reply-sentence.ts';
import { MORE_ROWS, ReplyTable, type ReplyTableProps } from './reply-table.tsx';
import { rowCountOf, useReplyRows } from './use-reply-rows.ts';

interface ReplyViewProps {
  saved: SavedQuestion;
  reply: Reply;
  values: ParameterValues;
  /** Is told the sentence of the reply, to be announced. */
  onSay: (sentence: string) => void;
}

/** The reply to a question: its sentence, its chart or rows, the way to the screens that go on from it, what it was read from. */
export function ReplyView({ saved, reply, values, onSay }: ReplyViewProps) {
  const { catalogue } = usePage();
  const [limit, setLimit] = useState(MORE_ROWS);
  const communes = useAppState((state) => state.communes);
  const count = rowCountOf(reply);
  const spokenOf = rowsSpokenOf(saved.reply, count);
  const { names, rows, error, isReading } = useReplyRows(reply, Math.max(limit, spokenOf));
  const columns = useMemo(() => replyColumns(saved, reply, catalogue), [saved, reply, catalogue]);
  const open = useOpenRow(reply, names, communes);
  const { readCommunes } = useEffects();
  useEffect(() => void readCommunes(), [readCommunes]);
  const parameters = parameterTexts(saved.parameters, values, communes);
  const parts = { reply, count, names, rows, parameters, catalogue };
  const sentence = isReading || error ? '' : sentenceOf(saved, parts);
  useEffect(() => onSay(sentence), [sentence, onSay]);
  if (error) return <ErrorText error={error} />;
  if (isReading) return <p>{savedWords.reading}</p>;
  const shown = rows
    .slice(0, limit)
    .map((row) => columns.map(({ name }) => row[names.indexOf(name)] ?? null));
  const charts =
    saved.show === 'chart' ? chartsOfReply(reply, catalogue, columns, shown, communes) : [];
  const isOneValue = saved.show === 'number' && count === 1 && columns.length === 1;
  return (
    <>
      <p className="reply-sentence" data-show={saved.show}>
        {sentence}
      </p>
      {reply.kind === 'features' && count > 0 && <p className="quiet">{savedWords.onMap}</p>}
      <ReplyButtons reply={reply} />
      {charts.length > 0 && <ReplyChart saved={saved} reply={reply} charts={charts} />}
      {count > 0 && !isOneValue && (
        <Folded isFolded={charts.length > 0}>
          <Rows
            caption={saved.sentence}
            columns={columns}
            rows={shown}
            count={count}
            named={namingColumn(reply, columns)}
            onOpen={(index) => open(rows[index] ?? [])}
            onMore={() => setLimit(limit + MORE_ROWS)}
          />
        </Folded>
      )}
      <ReplyFacts reply={reply} />
    </>
  );
}

function Rows(props: ReplyTableProps) {
  const isTurned = isBetterTurned(props.count, props.columns.length);
  return isTurned ? <FacingTable {...props} /> : <ReplyTable {...props} />;
}

/** The rows under a chart are folded away: they say the same again, and more. */
function Folded({ isFolded, children }: { isFolded: boolean; children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details className="saved-method">
      <summary>{savedWords.sameRows}</summary>
      {children}
    </details>
  );
}

/** What pressing the name of a row does: it shows the feature, or the commune that a row of a statement names. */
function useOpenRow(reply: Reply, names: string[], communes: Commune[] | null) {
  const { catalogue, onSeeMap } = usePage();
  const { openFeature } = useEffects();
  const show = (layer: string, key: string) => () => {
    void openFeature(layer, key);
    onSeeMap();
  };
  return (row: ReplyRow) => {
    if (reply.kind === 'rows') {
      const commune = communeOf(names, row, communes);
      return commune && show(commune.layer, commune.key);
    }
    const { target } = reply.answer.question;
    const key = row[names.indexOf(findLayer(catalogue, target).key)];
    return typeof key === 'string' || typeof key === 'number' ? show(target, String(key)) : null;
  };
}

/** The ways on: the question in its builder, the statement in its editor, the map on what was found. */
function ReplyButtons({ reply }: { reply: Reply }) {
  const act = useAct();
  const { onSeeMap } = usePage();
  const { ask } = useEffects();
  const asked = useAppState((state) => state.asked);
  if (reply.kind === 'rows') {
    const { statement } = reply;
    const openSql = () => act((state) => goTo(writeStatement(state, statement), 'sql'));
    return (
      <p className="reply-buttons">
        <button type="button" className="button" onClick={openSql}>
          <SquareTerminal size={16} aria-hidden="true" />
          {savedWords.openSql}
        </button>
      </p>
    );
  }
  const { question, extent } = reply.answer;
  const openBuilder = () => {
    if (!isSameQuestion(question, asked)) void ask(question);
    act((state) => goTo(setDraft(state, question), 'question'));
  };
  return (
    <p className="reply-buttons">
      {extent && (
        <button
          type="button"
          className="button"
          onClick={() => {
            act((state) => flyTo(state, extent));
            onSeeMap();
          }}
        >
          <Focus size={16} aria-hidden="true" />
          {savedWords.zoom}
        </button>
      )}
      <button type="button" className="button" onClick={openBuilder}>
        <MessageCircleQuestionMark size={16} aria-hidden="true" />
        {savedWords.openQuestion}
      </button>
    </p>
  );
}
