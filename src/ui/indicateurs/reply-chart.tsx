import { useState } from 'react';
import type { SavedQuestion } from '../../domain/library.ts';
import { readPlaceholders } from '../../domain/reply-template.ts';
import type { Reply } from '../../state/app-state.ts';
import { useEffects } from '../app-context.tsx';
import { savedWords } from '../strings/indicateurs.ts';
import { BarChart } from './bar-chart.tsx';
import type { Bar, Chart } from './chart-bars.ts';
import { usePage } from './page-context.ts';

interface ReplyChartProps {
  saved: SavedQuestion;
  reply: Reply;
  /** At least one; the reader chooses among them by what they measure. */
  charts: Chart[];
}

/**
 * The chart of a reply. A bar of a statement leads to the commune that it is of; one of a question keeps on the map the
 * features that it counts, alone, until all are wanted again.
 */
export function ReplyChart({ saved, reply, charts }: ReplyChartProps) {
  const { onSeeMap } = usePage();
  const { openFeature, ask } = useEffects();
  const [measure, setMeasure] = useState('');
  const [pressed, setPressed] = useState<string | null>(null);
  const chart = charts.find((own) => own.measure === measure) ?? firstSpokenOf(saved, charts);
  if (!chart) return null;
  const press = (bar: Bar) => {
    if (bar.feature) void openFeature(bar.feature.layer, bar.feature.key);
    else if (reply.kind === 'features' && bar.group !== undefined) {
      const { question } = reply.answer;
      const { groupBy: field = '', ...whole } = question;
      const kept = { kind: 'compare', field, op: '=', value: bar.group } as const;
      const isPressed = bar.key === pressed;
      setPressed(isPressed ? null : bar.key);
      void ask(
        isPressed
          ? question
          : { ...whole, where: { kind: 'and', conditions: [question.where, kept] } },
      );
    }
    onSeeMap();
  };
  const pressedBar = chart.bars.find(({ key }) => key === pressed);
  return (
    <>
      {charts.length > 1 && (
        <label className="chart-measure">
          {savedWords.measure}{' '}
          <select value={chart.measure} onChange={({ target }) => setMeasure(target.value)}>
            {charts.map((own) => (
              <option key={own.measure}>{own.measure}</option>
            ))}
          </select>
        </label>
      )}
      <BarChart chart={chart} caption={saved.sentence} pressed={pressed} onPress={press} />
      {pressedBar && (
        <button type="button" className="link-button" onClick={() => press(pressedBar)}>
          {savedWords.keepAll}
        </button>
      )}
    </>
  );
}

/** The chart of what the sentence of the reply speaks of first. */
function firstSpokenOf(saved: SavedQuestion, charts: Chart[]): Chart | undefined {
  const spoken = readPlaceholders(saved.reply).map(({ name }) => name);
  const [first] = spoken.flatMap((name) => charts.filter(({ column }) => column === name));
  return first ?? charts[0];
}
