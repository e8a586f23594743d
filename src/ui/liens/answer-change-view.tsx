import type { AnswerChange, AnswerFigures } from '../../domain/answer-change.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { drawAnswerChange, type MovedLink, momentOf } from '../../state/moved-link.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { formatNumber, formatSize } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { moved as words } from '../strings/moved.ts';
import { ChangedRows } from './changed-rows.tsx';
import '../styles/plain-table.css';

interface AnswerChangeViewProps {
  moved: MovedLink;
  catalogue: Catalogue;
}

/** How the answer of a link differs from the present one: figures side by side, then the features that came in and went out. */
export function AnswerChangeView({ moved, catalogue }: AnswerChangeViewProps) {
  const { compareAnswers } = useEffects();
  const sentenceOf = useErrorSentence();
  const { change: status } = moved;
  if (status.kind === 'none') return null;
  if (status.kind === 'asking') return <p className="quiet">{words.comparing}…</p>;
  if (status.kind === 'failed') {
    return (
      <p className="fault">
        {words.failed} {sentenceOf(status.error).title}{' '}
        <button type="button" className="link-button" onClick={() => void compareAnswers()}>
          {words.retry}
        </button>
      </p>
    );
  }
  const { change } = status;
  const target = findLayer(catalogue, moved.question.target);
  return (
    <>
      <FiguresTable change={change} target={target} moment={momentOf(moved)} />
      <p className="quiet">{words.crs(fr.crs[change.crs])}</p>
      {isSame(change) && <p>{words.same}</p>}
      {change.isUnpaired && <p className="quiet">{words.unpaired}</p>}
      <ChangedRows change={change} from={status.from} to={status.to} />
      <DrawToggle moved={moved} change={change} />
    </>
  );
}

interface FiguresTableProps {
  change: AnswerChange;
  target: Layer;
  moment: string | null;
}

function FiguresTable({ change, target, moment }: FiguresTableProps) {
  const { before, now } = change;
  const { geometry } = target;
  const size = (value: number) => formatSize(value, geometry);
  const total = ({ total: sum }: AnswerFigures) => (sum === null ? '' : size(sum));
  const hasTotal = before.total !== null && now.total !== null;
  return (
    <table className="plain-table moved-table">
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" data-number="true">
            {words.asOf(moment)}
          </th>
          <th scope="col" data-number="true">
            {words.now}
          </th>
          <th scope="col" data-number="true">
            {words.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words.count}</th>
          <td data-number="true">{formatNumber(before.count, 0)}</td>
          <td data-number="true">{formatNumber(now.count, 0)}</td>
          <td data-number="true">{signed(now.count - before.count, (n) => formatNumber(n, 0))}</td>
        </tr>
        {hasTotal && (
          <tr>
            <th scope="row">{words.total[geometry]}</th>
            <td data-number="true">{total(before)}</td>
            <td data-number="true">{total(now)}</td>
            <td data-number="true">{signed((now.total ?? 0) - (before.total ?? 0), size)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Draws what came in and went out, where there is something to draw. */
function DrawToggle({ moved, change }: { moved: MovedLink; change: AnswerChange }) {
  const act = useAct();
  if (change.onlyBefore.length + change.onlyNow.length === 0) return null;
  return (
    <label className="moved-draw">
      <input
        type="checkbox"
        checked={moved.isDrawn}
        onChange={({ target }) => act((state) => drawAnswerChange(state, target.checked))}
      />
      {words.draw}
    </label>
  );
}

function isSame({ before, now, onlyBefore, onlyNow, remeasured }: AnswerChange): boolean {
  const isEven = before.count === now.count && before.total === now.total;
  return isEven && onlyBefore.length + onlyNow.length + remeasured.length === 0;
}

function signed(value: number, format: (value: number) => string): string {
  if (value === 0) return '0';
  return `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`;
}
