import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import {
  addChart,
  type ChartChoice,
  chartKey,
  currentView,
  filterColumn,
  pickedColumn,
  removeChart,
  unfilterColumn,
} from '../../state/answer-view-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { ChartPick } from '../charts/chart-spec.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { answerView } from '../strings/answer-view.ts';
import { upperFirst } from '../strings/format.ts';
import { type TableColumn, tableColumns } from '../table/table-columns.ts';
import {
  chartFor,
  chartGap,
  chartQuery,
  chartSpec,
  filterToPick,
  pickToFilter,
} from './chart-choices.ts';
import { useAnswerView, useRowFilters } from './use-answer-view.ts';

interface AnswerChartsProps {
  answer: Answer;
  target: Layer;
  catalogue: Catalogue;
}

/** The charts that the reader put up of an answer: what is picked on one filters the others, the table and the map. */
export function AnswerCharts({ answer, target, catalogue }: AnswerChartsProps) {
  const { charts } = useAppState(currentView);
  const columns = useMemo(
    () => tableColumns(answer, target, catalogue).filter(({ name }) => name !== target.key),
    [answer, target, catalogue],
  );
  return (
    <section className="answer-charts" aria-label={answerView.charts}>
      <h3>{answerView.charts}</h3>
      {charts.map((chart) => (
        <AnswerChart
          key={chartKey(chart)}
          chart={chart}
          answer={answer}
          target={target}
          columns={columns}
        />
      ))}
      <ChartAdder columns={columns} />
    </section>
  );
}

function ChartAdder({ columns }: { columns: TableColumn[] }) {
  const act = useAct();
  const [x, setX] = useState<string | null>(null);
  const numbers = columns.filter(({ filter }) => filter === 'range');
  const add = (chart: ChartChoice) => {
    act((state) => addChart(state, chart));
    setX(null);
  };
  const choose = (value: string) => {
    const [kind, name = ''] = value.split(' ', 2);
    const column = columns.find((other) => other.name === name);
    if (kind === 'scatter') setX(name);
    else if (column) add(chartFor(column));
  };
  return (
    <p className="chart-adder">
      <select
        aria-label={answerView.addChart}
        value={x === null ? '' : `scatter ${x}`}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{answerView.addChart}</option>
        <optgroup label={answerView.spread}>
          {columns.map(({ name, label }) => (
            <option key={name} value={`one ${name}`}>
              {label}
            </option>
          ))}
        </optgroup>
        {numbers.length > 1 && (
          <optgroup label={answerView.scatter}>
            {numbers.map(({ name, label }) => (
              <option key={name} value={`scatter ${name}`}>
                {answerView.scatterOf(label)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {x !== null && (
        <select
          aria-label={answerView.scatterWith}
          value=""
          onChange={(event) => add({ kind: 'scatter', x, y: event.target.value })}
        >
          <option value="">{answerView.scatterWith}</option>
          {numbers
            .filter(({ name }) => name !== x)
            .map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
        </select>
      )}
    </p>
  );
}

interface AnswerChartProps {
  chart: ChartChoice;
  answer: Answer;
  target: Layer;
  columns: TableColumn[];
}

function AnswerChart({ chart, answer, target, columns }: AnswerChartProps) {
  const act = useAct();
  const own = pickedColumn(chart);
  const filters = useRowFilters();
  const others = useMemo(
    () => filters.filter((filter) => filter.kind === 'extent' || filter.column !== own),
    [filters, own],
  );
  const filter = useAppState((state) =>
    currentView(state).filters.find(({ column }) => column === own),
  );
  const { result, error } = useAnswerView(answer.id, others, chartQuery(chart));
  const x = columns.find(({ name }) => name === own);
  const y = columns.find(({ name }) => chart.kind === 'scatter' && name === chart.y);
  const noun = upperFirst(target.noun[1]);
  const spec = useMemo(() => result && x && chartSpec(result, x, y, noun), [result, x, y, noun]);
  const picked = useMemo(() => (x ? filterToPick(filter, x) : null), [filter, x]);
  if (!x) return null;
  const onPick = (pick: ChartPick) => {
    const next = pickToFilter(pick, x);
    act((state) => (next ? filterColumn(state, next) : unfilterColumn(state, own)));
  };
  const title = y ? answerView.scatterTitle(x.label, y.label) : x.label;
  const gap = result && chartGap(result);
  return (
    <article className="answer-chart">
      <header>
        <h4>{title}</h4>
        <IconButton
          label={answerView.removeChart(title)}
          icon={X}
          onClick={() => act((state) => removeChart(state, chart))}
        />
      </header>
      {error && <ErrorText error={error} />}
      {spec ? (
        <ChartView spec={spec} label={title} picked={picked} onPick={onPick} />
      ) : (
        !error && <p className="quiet">{answerView.reading}</p>
      )}
      {gap && <p className="quiet">{gap}</p>}
    </article>
  );
}
