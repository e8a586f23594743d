import type { ThemePage } from '../../domain/library.ts';
import { compareCommunes } from '../../state/commune-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { TwoCommunes } from '../communes/two-communes.tsx';
import { communes } from '../strings/communes.ts';
import { indicateurs } from '../strings/indicateurs.ts';
import { screens } from '../strings/screens.ts';
import { shownUnit } from '../strings/shown-unit.ts';
import { usePage } from './page-context.ts';
import { figureText } from './source-text.ts';
import { findIndicator, themeLayers } from './theme-parts.ts';
import { useHeadingFirst } from './use-heading-first.ts';

interface ThemeIndexProps {
  pages: ThemePage[];
  /** Id of a theme that a link asked for and that is none of them. */
  unknown: string | null;
  onOpen: (id: string) => void;
}

/** All themes, each with what it is about, its first key figure and what its page holds. */
export function ThemeIndex({ pages, unknown, onOpen }: ThemeIndexProps) {
  const heading = useHeadingFirst();
  const { library } = usePage();
  const pair = useAppState((state) => state.pair);
  const act = useAct();
  return (
    <div className="indicators">
      <h2 ref={heading} tabIndex={-1}>
        {screens.indicateurs.title}
      </h2>
      <p className="quiet">{indicateurs.intro}</p>
      {unknown !== null && <p className="warning">{indicateurs.unknownTheme(unknown)}</p>}
      {library.communeFigures &&
        (pair ? (
          <TwoCommunes pair={pair} />
        ) : (
          <p>
            <button
              type="button"
              className="button"
              onClick={() => act((state) => compareCommunes(state, [null, null]))}
            >
              {communes.openPair}
            </button>
          </p>
        ))}
      <ul className="theme-cards">
        {pages.map((page) => (
          <ThemeCard key={page.id} page={page} onOpen={onOpen} />
        ))}
      </ul>
    </div>
  );
}

function ThemeCard({ page, onOpen }: { page: ThemePage; onOpen: (id: string) => void }) {
  const { catalogue, library } = usePage();
  const headline = findIndicator(library, page.figures[0]?.indicator);
  const of = (items: { theme: string }[]) => items.filter(({ theme }) => theme === page.id).length;
  return (
    <li className="theme-card">
      <h3>
        <button type="button" className="theme-card-open" onClick={() => onOpen(page.id)}>
          {page.title}
        </button>
      </h3>
      <p className="theme-card-summary">{page.summary}</p>
      {headline && (
        <p className="theme-card-figure">
          <strong>{figureText({ ...headline, unit: shownUnit(headline) })}</strong>
          <span>{headline.label}</span>
        </p>
      )}
      <p className="theme-card-counts">
        {[
          ...counted(themeLayers(catalogue, page.id).length, indicateurs.layers),
          ...counted(of(library.questions), indicateurs.questions),
          ...counted(of(library.indicators), indicateurs.figures),
        ].join(' · ')}
      </p>
    </li>
  );
}

/** A count in words, or nothing where there is none. */
const counted = (count: number, inWords: (count: number) => string): string[] =>
  count === 0 ? [] : [inWords(count)];
