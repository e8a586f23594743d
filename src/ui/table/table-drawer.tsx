import { Maximize2, Minimize2, X } from 'lucide-react';
import { useMemo } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { changeView, currentView } from '../../state/answer-view-actions.ts';
import { AnswerExports } from '../answer/answer-exports.tsx';
import { FilterChips } from '../answer/filter-chips.tsx';
import { useAnswerView, useRowFilters } from '../answer/use-answer-view.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { IconButton } from '../frame/icon-button.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { answerView } from '../strings/answer-view.ts';
import { fr } from '../strings/fr.ts';
import { AnswerCards } from './answer-cards.tsx';
import { AnswerTable } from './answer-table.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { groupedLines, plainLines } from './row-blocks.ts';
import { type TableColumn, tableColumns } from './table-columns.ts';
import '../styles/table.css';
import '../styles/table-rows.css';
import '../styles/answer-cards.css';
import '../styles/answer-view.css';

interface TableDrawerProps {
  stop: DrawerStop;
  onStop: (stop: DrawerStop) => void;
}

/** The rows of the answer under the map, in a table on wide windows and as cards on narrow ones. */
export function TableDrawer({ stop, onStop }: TableDrawerProps) {
  const status = useAppState((state) => state.answer);
  const catalogue = useAppState((state) => state.catalogue);
  if (status.kind !== 'ready' || !catalogue) return null;
  return (
    <AnswerDrawer
      key={status.answer.id}
      answer={status.answer}
      catalogue={catalogue}
      stop={stop}
      onStop={onStop}
    />
  );
}

type AnswerDrawerProps = TableDrawerProps & { answer: Answer; catalogue: Catalogue };

function AnswerDrawer({ answer, catalogue, stop, onStop }: AnswerDrawerProps) {
  const isNarrow = useIsNarrow();
  const { openFeature } = useEffects();
  const act = useAct();
  const target = findLayer(catalogue, answer.question.target);
  const columns = useMemo(
    () => tableColumns(answer, target, catalogue),
    [answer, target, catalogue],
  );
  const rows = useKeptRows(answer, columns, isNarrow);
  const Rows = isNarrow ? AnswerCards : AnswerTable;
  const open = (key: string, why: string | null) => {
    act((state) => changeView(state, { why }));
    openFeature(target.id, key);
    if (isNarrow) onStop('closed');
    else if (stop === 'full') onStop('half');
  };
  return (
    <section className="drawer" data-stop={stop} aria-label={fr.table.title}>
      <header className="drawer-head">
        <h2>{fr.table.title}</h2>
        <p className="drawer-count" aria-live="polite">
          {answerView.shown(rows.count, answer.count, target.gender)}
        </p>
        <FilterChips columns={columns} />
        <ColumnChooser columns={columns} />
        {(isNarrow || stop === 'full') && <AnswerExports answer={answer} catalogue={catalogue} />}
        <DrawerButtons stop={stop} onStop={onStop} isNarrow={isNarrow} />
      </header>
      <Rows
        answer={answer}
        target={target}
        catalogue={catalogue}
        columns={columns}
        {...rows}
        onOpen={(key) => open(key, null)}
        onWhy={(key) => open(key, key)}
      />
    </section>
  );
}

/** What the filters keep of an answer: how many, their sums, and the lines of the table, grouped where the reader wants it. */
function useKeptRows(answer: Answer, columns: TableColumn[], isNarrow: boolean) {
  const view = useAppState(currentView);
  const filters = useRowFilters();
  const group = isNarrow ? null : view.group;
  const summed = useMemo(
    () => view.sums ?? columns.filter((column) => column.isSummed).map(({ name }) => name),
    [view.sums, columns],
  );
  const sums = useAnswerView(answer.id, filters, { kind: 'sums', columns: summed }).result;
  const groups = useAnswerView(
    answer.id,
    filters,
    group === null ? null : { kind: 'groups', column: group, sums: summed },
  ).result;
  const count = filters.length === 0 ? answer.count : (sums?.count ?? answer.count);
  const lines = useMemo(
    () =>
      group !== null && groups
        ? groupedLines(group, groups.groups, view.openGroups)
        : plainLines(count),
    [group, groups, view.openGroups, count],
  );
  return { filters, summed, sums, count, lines };
}

function DrawerButtons({ stop, onStop, isNarrow }: TableDrawerProps & { isNarrow: boolean }) {
  const isFull = stop === 'full';
  const sizeLabel = isFull ? fr.table.half : fr.table.full;
  return (
    <span className="drawer-buttons">
      {!isNarrow && (
        <IconButton
          label={sizeLabel}
          icon={isFull ? Minimize2 : Maximize2}
          onClick={() => onStop(isFull ? 'half' : 'full')}
        />
      )}
      <IconButton label={fr.table.close} icon={X} onClick={() => onStop('closed')} />
    </span>
  );
}
