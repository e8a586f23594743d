import { MapPin, Minus, TrendingDown, TrendingUp, TriangleAlert } from 'lucide-react';
import type { Contradiction, Indicator, KeyFigure, ThemePage } from '../../domain/library.ts';
import { figureWords } from '../strings/indicateurs.ts';
import { shownUnit } from '../strings/shown-unit.ts';
import { gapOf } from './figure-gap.ts';
import { trendOf } from './figure-trend.ts';
import { usePage } from './page-context.ts';
import { figureText, scopeText, sourceText, yearsText } from './source-text.ts';
import { findIndicator, layersOfFigure } from './theme-parts.ts';
import { useSeeOnMap } from './use-see-on-map.ts';

/**
 * The key figures of a theme: value, year and source, what is aimed at, and where the documents do not agree; then what
 * else they do not agree on.
 */
export function KeyFigures({ page: { id: theme, figures } }: { page: ThemePage }) {
  const { library } = usePage();
  const told = figures.map(({ contradiction }) => contradiction);
  const others = library.contradictions.filter(
    (matter) => matter.theme === theme && !told.includes(matter.id),
  );
  return (
    <ul className="key-figures">
      {figures.map((figure, index) => (
        <Figure
          key={figure.indicator}
          figure={figure}
          toldAt={figures
            .slice(0, index)
            .find(({ contradiction }) => contradiction && contradiction === figure.contradiction)}
        />
      ))}
      {others.map((matter) => (
        <li key={matter.id} className="key-figure">
          <Disagreement contradiction={matter} />
        </li>
      ))}
    </ul>
  );
}

interface FigureProps {
  figure: KeyFigure;
  /** The figure before this one that already tells where the documents do not agree on it. */
  toldAt: KeyFigure | undefined;
}

function Figure({ figure, toldAt }: FigureProps) {
  const { catalogue, library } = usePage();
  const seeOnMap = useSeeOnMap();
  const indicator = findIndicator(library, figure.indicator);
  if (!indicator) return null;
  const objective = findIndicator(library, figure.objective);
  const contradiction = library.contradictions.find(({ id }) => id === figure.contradiction);
  const telling = findIndicator(library, toldAt?.indicator);
  const layers = layersOfFigure(library, catalogue, indicator);
  return (
    <li className="key-figure">
      <h4>{indicator.label}</h4>
      <FigureValue indicator={indicator} />
      <FigureTrend indicator={indicator} better={figure.better} />
      {objective && (
        <Objective indicator={indicator} objective={objective} better={figure.better} />
      )}
      <p className="figure-source">
        {[
          ...(indicator.year === null ? [] : [yearsText(indicator)]),
          ...(indicator.scope === 'agglo' ? [] : [scopeText(indicator.scope)]),
          sourceText(indicator.source, library.documents),
        ].join(' · ')}
      </p>
      {indicator.note && <p className="figure-source">{indicator.note}</p>}
      {contradiction && !telling && <Disagreement contradiction={contradiction} />}
      {contradiction && telling && (
        <p className="disagreement-told">
          <TriangleAlert size={14} aria-hidden="true" />
          {figureWords.unclearToo(telling.label)}
        </p>
      )}
      {layers.length > 0 && (
        <button
          type="button"
          className="link-button figure-map"
          aria-label={figureWords.seeOnMapOf(indicator.label)}
          onClick={() => seeOnMap(layers)}
        >
          <MapPin size={14} aria-hidden="true" />
          {figureWords.seeOnMap}
        </button>
      )}
    </li>
  );
}

function FigureValue({ indicator }: { indicator: Indicator }) {
  const unit = indicator.value === null ? '' : shownUnit(indicator);
  return (
    <p className="figure-value">
      <strong>{figureText({ ...indicator, unit: '' })}</strong>
      {unit && <span>{`\u202f${unit}`}</span>}
    </p>
  );
}

function FigureTrend({ indicator, better }: { indicator: Indicator; better: KeyFigure['better'] }) {
  const { library } = usePage();
  const trend = trendOf(indicator, library, better);
  if (!trend) return null;
  const Arrow = TREND_ARROWS[trend.direction];
  return (
    <p className="figure-trend" title={trend.source}>
      <Arrow size={16} aria-hidden="true" />
      {trend.text}
      {trend.isGood !== null && (
        <span className="quiet">
          {` · ${trend.isGood ? figureWords.favourable : figureWords.unfavourable}`}
        </span>
      )}
    </p>
  );
}

const TREND_ARROWS = { up: TrendingUp, down: TrendingDown, same: Minus };

interface ObjectiveProps {
  indicator: Indicator;
  objective: Indicator;
  better: KeyFigure['better'];
}

/** What is aimed at, and a bar that repeats what the text says. */
function Objective({ indicator, objective, better }: ObjectiveProps) {
  const { library } = usePage();
  const gap = gapOf(indicator, objective, better);
  return (
    <div className="objective">
      {gap && (
        <div className="objective-bar" data-reached={gap.isReached} aria-hidden="true">
          <span className="objective-value" style={{ width: `${gap.value * 100}%` }} />
          <span className="objective-mark" style={{ left: `${gap.objective * 100}%` }} />
        </div>
      )}
      <p title={sourceText(objective.source, library.documents)}>
        {figureWords.objective(figureText(objective), objective.year)}
        {gap && <strong>{` · ${gap.text}`}</strong>}
      </p>
      {!gap && <p className="figure-source">{objective.label}</p>}
    </div>
  );
}

function Disagreement({ contradiction }: { contradiction: Contradiction }) {
  const { library } = usePage();
  const { subject, unit, values } = contradiction;
  return (
    <div className="disagreement">
      <p>
        <TriangleAlert size={14} aria-hidden="true" />
        {figureWords.unclear}
      </p>
      <p className="quiet">{subject}</p>
      <ul>
        {values.map(({ value, raw, source, year }) => (
          <li key={`${source} ${value}`}>
            <strong>{figureText({ value, unit, raw })}</strong>
            {year === undefined ? ', ' : ` (${year}), `}
            {sourceText(source, library.documents)}
          </li>
        ))}
      </ul>
    </div>
  );
}
