import { useMemo, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { ViewGroup } from '../../domain/answer-view.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { currentView, filterColumn, unfilterColumn } from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { ChartPick } from '../charts/chart-spec.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { answerView } from '../strings/answer-view.ts';
import { formatAlignedShare, formatNumber, formatSize, formatValue } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { RowsFailed } from '../table/rows-failed.tsx';
import { groupingsOf } from './groupings.ts';
import { sizeColumn } from './size-column.ts';
import { useAnswerView, useRowFilters } from './use-answer-view.ts';

/** The figures of an answer by commune, by class or by any other field: as a table and as bars that filter. */
export function AnswerFigures({ answer, target }: { answer: Answer; target: Layer }) {
  const fields = groupingsOf(target, answer);
  const [name, setName] = useState(fields[0]?.name ?? '');
  const field = fields.find((other) => other.name === name);
  if (!field) return null;
  return (
    <section className="figures" aria-label={answerView.figures}>
      <label className="figures-by">
        {answerView.by}{' '}
        <select value={name} onChange={(event) => setName(event.target.value)}>
          {fields.map((other) => (
            <option key={other.name} value={other.name}>
              {other.label}
            </option>
          ))}
        </select>
      </label>
      <GroupFigures key={name} answer={answer} target={target} field={field} />
    </section>
  );
}

interface GroupFiguresProps {
  answer: Answer;
  target: Layer;
  field: Field;
}

function GroupFigures({ answer, target, field }: GroupFiguresProps) {
  const filters = useRowFilters();
  const others = useMemo(
    () => filters.filter((filter) => filter.kind === 'extent' || filter.column !== field.name),
    [filters, field.name],
  );
  const size = sizeColumn(answer);
  const query = { kind: 'groups' as const, column: field.name, sums: size ? [size] : [] };
  const { result, error } = useAnswerView(answer.id, others, query);
  const [isWhole, setWhole] = useState(false);
  if (error) return <RowsFailed error={error} />;
  if (!result) return <p className="quiet">{answerView.reading}</p>;
  const all = inOrderOf(result.groups, size !== null);
  const most = Math.min(all.length, MOST_GROUPS);
  const groups = all.slice(0, isWhole ? most : FIRST_GROUPS);
  return (
    <>
      <GroupBars answer={answer} target={target} field={field} groups={groups} />
      <GroupTable target={target} field={field} groups={groups} all={all} count={result.count} />
      <p className="quiet">
        {answerView.groupsShown(groups.length, all.length)}{' '}
        {all.length > FIRST_GROUPS && (
          <button type="button" className="link-button" onClick={() => setWhole(!isWhole)}>
            {moreLabel(isWhole ? FIRST_GROUPS : most, all.length)}
          </button>
        )}
      </p>
      {size && <p className="quiet">{answerView.sumsIn(fr.crs[answer.crs])}</p>}
    </>
  );
}

function moreLabel(shown: number, all: number): string {
  return shown < all ? answerView.firstGroups(shown) : answerView.showAll;
}

const FIRST_GROUPS = 10;

/** Groups that are still read as bars; how many there are in all is said beside. */
const MOST_GROUPS = 200;

function GroupBars({ answer, target, field, groups }: GroupFiguresProps & { groups: ViewGroup[] }) {
  const act = useAct();
  const filter = useAppState((state) =>
    currentView(state).filters.find((other) => other.column === field.name),
  );
  const isSized = sizeColumn(answer) !== null;
  const spec = useMemo(
    () => ({
      kind: 'bars' as const,
      category: field.label,
      amount: {
        title: isSized ? fr.answer.groupTotal[target.geometry] : fr.answer.groupCount,
        format: (amount: number) =>
          isSized ? formatSize(amount, target.geometry) : formatNumber(amount, 0),
      },
      bars: groups.map(({ value, count, sums }) => ({
        value,
        label: groupLabel(value, field),
        amount: isSized ? (sums[0] ?? 0) : count,
      })),
    }),
    [field, groups, isSized, target],
  );
  const picked: ChartPick = useMemo(
    () => (filter?.kind === 'among' ? { kind: 'values', values: filter.values } : null),
    [filter],
  );
  const onPick = (pick: ChartPick) =>
    act((state) =>
      pick?.kind === 'values'
        ? filterColumn(state, { kind: 'among', column: field.name, values: pick.values })
        : unfilterColumn(state, field.name),
    );
  const label = answerView.barsOf(field.label);
  return <ChartView spec={spec} label={label} picked={picked} onPick={onPick} />;
}

interface GroupTableProps {
  target: Layer;
  field: Field;
  groups: ViewGroup[];
  all: ViewGroup[];
  /** Rows of all the groups together. */
  count: number;
}

function GroupTable({ target, field, groups, all, count }: GroupTableProps) {
  const isSized = target.geometry !== 'point';
  const total = all.reduce((sum, { sums }) => sum + (sums[0] ?? 0), 0);
  return (
    <table className="groups">
      <caption className="visually-hidden">{answerView.barsOf(field.label)}</caption>
      <thead>
        <tr>
          <th scope="col">{field.label}</th>
          <th scope="col">{fr.answer.groupCount}</th>
          {isSized && <th scope="col">{fr.answer.groupTotal[target.geometry]}</th>}
          <th scope="col">%</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${typeof group.value} ${group.value}`}>
            <th scope="row">{groupLabel(group.value, field)}</th>
            <td>{formatNumber(group.count, 0)}</td>
            {isSized && <td>{formatSize(group.sums[0] ?? 0, target.geometry)}</td>}
            <td>
              {formatAlignedShare(
                isSized && total > 0 ? (group.sums[0] ?? 0) / total : group.count / count,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Largest first: by size where features have one, by number where not. */
function inOrderOf(groups: ViewGroup[], isSized: boolean): ViewGroup[] {
  return isSized ? [...groups].sort((a, b) => (b.sums[0] ?? 0) - (a.sums[0] ?? 0)) : groups;
}

function groupLabel(value: ViewGroup['value'], field: Field): string {
  return value === null || value === '' ? fr.answer.notFilled : formatValue(value, field);
}
