import { useState } from 'react';
import { savedWords } from '../strings/indicateurs.ts';
import type { Bar, Chart } from './chart-bars.ts';

interface BarChartProps {
  chart: Chart;
  caption: string;
  /** Key of the bar that the map shows alone, or null. */
  pressed: string | null;
  /** What a bar does on the map; absent where it does nothing. */
  onPress: ((bar: Bar) => void) | null;
}

/** Horizontal bars in a table, so that what they say is read and printed as well; each may lead to the map. */
export function BarChart({ chart, caption, pressed, onPress }: BarChartProps) {
  const [isWhole, setWhole] = useState(false);
  const { bars, category, measure } = chart;
  const shown = isWhole ? bars : bars.slice(0, FIRST_BARS);
  const most = Math.max(...bars.map(({ value }) => value), 0);
  return (
    <>
      <table className="bar-chart">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{category}</th>
            <th scope="col" colSpan={2}>
              {measure}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((bar) => (
            <tr key={bar.key} data-pressed={bar.key === pressed}>
              <th scope="row">
                {onPress && (bar.feature || bar.group !== undefined) ? (
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={bar.key === pressed}
                    title={
                      bar.feature ? savedWords.focus(bar.label) : savedWords.keepOnly(bar.label)
                    }
                    onClick={() => onPress(bar)}
                  >
                    {bar.label}
                  </button>
                ) : (
                  bar.label
                )}
              </th>
              <td data-number="true">{bar.text}</td>
              <td className="bar-cell" aria-hidden="true">
                {bar.value > 0 && <span style={{ width: `${(bar.value / most) * 100}%` }} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < bars.length && (
        <p className="more-rows">
          {savedWords.shownBars(shown.length, bars.length)}{' '}
          <button type="button" className="link-button" onClick={() => setWhole(true)}>
            {savedWords.allBars}
          </button>
        </p>
      )}
    </>
  );
}

const FIRST_BARS = 15;
