import { useEffect, useRef, useState } from 'react';
import { useWidth } from '../frame/use-width.ts';
import { charts } from '../strings/charts.ts';
import { ChartFields } from './chart-fields.tsx';
import type { ChartPick, ChartSpec } from './chart-spec.ts';
import { ChartTable } from './chart-table.tsx';
import type { DrawnChart } from './draw-chart.ts';
import '../styles/charts.css';

/** What a chart needs; without `onPick` it is only to be read. */
export interface ChartViewProps {
  spec: ChartSpec;
  /** What it shows, in words. */
  label: string;
  picked?: ChartPick;
  onPick?: ((pick: ChartPick) => void) | undefined;
}

/**
 * A chart that can be picked from with the pointer, by number fields or buttons, with its data as a table beneath. The
 * library that draws it is fetched when the first one is shown.
 */
export function ChartView({ spec, label, picked = null, onPick }: ChartViewProps) {
  return (
    <figure className="chart">
      {isEmpty(spec) ? (
        <p className="quiet">{charts.empty}</p>
      ) : (
        <ChartPicture spec={spec} label={label} picked={picked} onPick={onPick} />
      )}
      {onPick && <ChartFields spec={spec} picked={picked} onPick={onPick} />}
      <ChartTable spec={spec} label={label} picked={picked} onPick={onPick} />
    </figure>
  );
}

function isEmpty(spec: ChartSpec): boolean {
  const data = {
    bars: 'bars',
    histogram: 'bins',
    points: 'points',
    cells: 'cells',
    time: 'periods',
  };
  return (spec as unknown as Record<string, unknown[]>)[data[spec.kind]]?.length === 0;
}

function ChartPicture({ spec, label, picked = null, onPick }: ChartViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const [draw, setDraw] = useState<typeof import('./draw-chart.ts') | null>(null);
  const [drawn, setDrawn] = useState<DrawnChart | null>(null);
  useEffect(() => {
    let isThere = true;
    import('./draw-chart.ts').then((module) => isThere && setDraw(module));
    return () => {
      isThere = false;
    };
  }, []);
  useEffect(() => {
    if (!draw || width === 0) return;
    const chart = draw.drawChart(spec, width, picked);
    chart.svg.ariaHidden = 'true';
    holder.current?.replaceChildren(chart.svg);
    setDrawn(chart);
  }, [draw, spec, width, picked]);
  return (
    <div className="chart-picture">
      <div ref={holder} role="img" aria-label={label} className="chart-holder">
        {!draw && <p className="quiet">{charts.loading}</p>}
      </div>
      {drawn && onPick && <ChartBrush chart={drawn} onPick={onPick} />}
    </div>
  );
}

/** Takes the pointer over a chart; the keyboard has the fields and the table beneath. */
function ChartBrush({ chart, onPick }: { chart: DrawnChart; onPick: (pick: ChartPick) => void }) {
  const { area, canBrush, pickAt } = chart;
  const [drag, setDrag] = useState<{ from: Point; to: Point } | null>(null);
  const at = (event: React.PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left + area.left, y: event.clientY - box.top + area.top };
  };
  const [x0, x1] = drag ? [drag.from.x, drag.to.x].sort((a, b) => a - b) : [0, 0];
  return (
    <div
      className="chart-brush"
      aria-hidden="true"
      data-brush={canBrush}
      style={{
        left: canBrush ? area.left : 0,
        right: canBrush ? undefined : 0,
        top: area.top,
        width: canBrush ? area.right - area.left : undefined,
        height: area.bottom - area.top,
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at(event), to: at(event) });
      }}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: at(event) })}
      onPointerUp={(event) => {
        if (drag) onPick(pickAt(drag.from, at(event)));
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {drag && canBrush && (
        <span
          style={{ left: Math.max(0, x0! - area.left), width: x1! - Math.max(x0!, area.left) }}
        />
      )}
    </div>
  );
}

interface Point {
  x: number;
  y: number;
}
