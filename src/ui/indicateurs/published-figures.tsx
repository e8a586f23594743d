import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { Indicator } from '../../domain/library.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { figureWords } from '../strings/indicateurs.ts';
import { usePage } from './page-context.ts';
import { type FigureColumn, type FigureSort, nextSort, sortFigures } from './sort-figures.ts';
import { figureText, scopeText, sourceText, yearsText } from './source-text.ts';

/** Every published figure of a theme, in a table that its headings sort. */
export function PublishedFigures({ indicators }: { indicators: Indicator[] }) {
  const { library } = usePage();
  const [sort, setSort] = useState<FigureSort | null>(null);
  const caption = figureWords.all(indicators.length);
  return (
    <details className="published">
      <summary>{caption}</summary>
      <ScrollRegion className="plain-scroll" label={caption}>
        <table className="plain-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Heading key={column} column={column} sort={sort} onSort={setSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sortFigures(indicators, sort).map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">
                  {indicator.label}
                  {indicator.note && <span className="card-note">{indicator.note}</span>}
                </th>
                <td data-number="true">{figureText(indicator)}</td>
                <td>{yearsText(indicator)}</td>
                <td>{scopeText(indicator.scope)}</td>
                <td>{sourceText(indicator.source, library.documents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

const COLUMNS: FigureColumn[] = ['label', 'value', 'year', 'scope', 'source'];

interface HeadingProps {
  column: FigureColumn;
  sort: FigureSort | null;
  onSort: (sort: FigureSort | null) => void;
}

function Heading({ column, sort, onSort }: HeadingProps) {
  const isSorted = sort?.column === column;
  const Arrow = sort?.isDescending ? ArrowDown : ArrowUp;
  const label = figureWords.columns[column];
  return (
    <th
      scope="col"
      data-number={column === 'value'}
      aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        title={figureWords.sortBy(label)}
        onClick={() => onSort(nextSort(sort, column))}
      >
        {label}
        {isSorted && <Arrow size={14} aria-hidden="true" />}
      </button>
    </th>
  );
}
