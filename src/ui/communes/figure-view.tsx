import { Map as MapIcon, MapPinOff } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { type Rank, rankCommunes, spreadOf } from '../../domain/commune-ranks.ts';
import { histogram } from '../../domain/histogram.ts';
import type { CommuneFigure } from '../../domain/library.ts';
import { type CommuneValues, setChoropleth } from '../../state/commune-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { ChartPick } from '../charts/chart-spec.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import type { ExportSource } from '../export/export-source.ts';
import { usePage } from '../indicateurs/page-context.ts';
import { communeFormat, communes } from '../strings/communes.ts';
import { formatDate, formatNumber } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { choroplethOf } from './choropleth-of.ts';
import { CommuneRanking } from './commune-ranking.tsx';
import { rankingContent } from './communes-content.ts';

interface FigureViewProps {
  figure: CommuneFigure;
  values: CommuneValues;
  /** Layer id → version read. */
  versions: Record<string, string>;
}

/** A figure of the communes: how it spreads, who is where, the map, and how it is found. */
export function FigureView({ figure, values, versions }: FigureViewProps) {
  const [picked, setPicked] = useState<ChartPick>(null);
  const { catalogue } = usePage();
  const names = useAppState((state) => state.communes);
  const { label, unit } = figure;
  const entries = useMemo(() => new Map(Object.entries(values)), [values]);
  const ranks = useMemo(() => rankCommunes(entries), [entries]);
  const spread = useMemo(() => spreadOf(entries), [entries]);
  const format = useMemo(() => communeFormat(entries.values(), unit), [entries, unit]);
  const spec = useMemo(() => {
    const numbers = [...ranks.values()].map(({ value }) => value);
    return {
      kind: 'histogram' as const,
      x: { title: `${label} (${unit})`, format: format.value },
      count: { title: communes.bins, format: (value: number) => formatNumber(value, 0) },
      bins: histogram(numbers, BINS, false).bins,
    };
  }, [ranks, label, unit, format]);
  const kept = [...ranks].filter(([, rank]) => isPicked(rank, picked));
  const without = entries.size - ranks.size;
  const median = spread?.median ?? null;
  const source: ExportSource = {
    rows: ranks.size,
    kept: picked ? kept.length : null,
    columns: 5,
    shown: null,
    hasGeometry: false,
    content: async ({ isKept }) =>
      rankingContent(figure, isKept ? kept : [...ranks], median, {
        catalogue,
        versions,
        nameOf: (code) => names?.find((commune) => commune.code === code)?.name ?? code,
        link: location.href,
      }),
  };
  return (
    <>
      {spread && <p>{communes.spread(spread, format)}</p>}
      {without > 0 && <p className="quiet">{communes.without(without)}</p>}
      <OnMap figure={figure} values={values} />
      <ChartView spec={spec} label={communes.histogram(label)} picked={picked} onPick={setPicked} />
      <CommuneRanking
        label={label}
        format={format}
        ranks={kept}
        median={median}
        total={ranks.size}
      />
      <ExportMenu source={source} />
      <Method figure={figure} versions={versions} />
    </>
  );
}

/** Parts of the histogram, at most. */
const BINS = 12;

function isPicked({ value }: Rank, picked: ChartPick): boolean {
  return picked?.kind !== 'range' || (value >= picked.min && value <= picked.max);
}

/** Puts the figure on the map when it is opened, and takes it off again when it is left. */
function OnMap({ figure, values }: Omit<FigureViewProps, 'versions'>) {
  const { catalogue, onSeeMap } = usePage();
  const act = useAct();
  const isShown = useAppState(({ choropleth }) => choropleth?.column === figure.column);
  useEffect(() => {
    act((state) => setChoropleth(state, choroplethOf(figure, values, catalogue)));
    return () => act((state) => setChoropleth(state, null));
  }, [act, figure, values, catalogue]);
  const Icon = isShown ? MapPinOff : MapIcon;
  return (
    <p>
      <button
        type="button"
        className="button"
        onClick={() => {
          const shown = isShown ? null : choroplethOf(figure, values, catalogue);
          act((state) => setChoropleth(state, shown));
          if (shown) onSeeMap();
        }}
      >
        <Icon size={16} aria-hidden="true" />
        {isShown ? communes.offMap : communes.onMap}
      </button>
    </p>
  );
}

function Method({ figure, versions }: Omit<FigureViewProps, 'values'>) {
  const { catalogue } = usePage();
  const layers = catalogue.layers.filter(({ id }) => versions[id] !== undefined);
  return (
    <details className="communes-method">
      <summary>{communes.method}</summary>
      <p>{figure.method}</p>
      <p>{communes.crs(fr.crs[catalogue.territory.metricCrs])}</p>
      <p className="quiet">
        {communes.read} :{' '}
        {layers.map(({ title, date }) => communes.versions(title, formatDate(date))).join(' ; ')}
      </p>
    </details>
  );
}
