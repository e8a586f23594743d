import { ArrowLeft, Printer } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ThemePage } from '../../domain/library.ts';
import { goToTheme } from '../../state/actions.ts';
import { compareCommunes } from '../../state/commune-actions.ts';
import { useAct } from '../app-context.tsx';
import { LayerRow } from '../carte/layer-row.tsx';
import { CommuneComparison } from '../communes/commune-comparison.tsx';
import { communes } from '../strings/communes.ts';
import { indicateurs } from '../strings/indicateurs.ts';
import { KeyFigures } from './key-figures.tsx';
import { usePage } from './page-context.ts';
import { PublishedFigures } from './published-figures.tsx';
import { SavedQuestionView } from './saved-question.tsx';
import { themeLayers } from './theme-parts.ts';
import { ThemeSystems } from './theme-systems.tsx';
import { useHeadingFirst } from './use-heading-first.ts';

/** The page of a theme: its key figures, questions, layers, other figures and systems. */
export function ThemePageView({ page }: { page: ThemePage }) {
  const { catalogue, library } = usePage();
  const act = useAct();
  const heading = useHeadingFirst();
  const layers = themeLayers(catalogue, page.id);
  const questions = library.questions.filter(({ theme }) => theme === page.id);
  const indicators = library.indicators.filter(({ theme }) => theme === page.id);
  const compared = library.communeFigures?.find(({ theme }) => theme === page.id);
  const systems = library.systems.filter(({ theme }) => theme === page.id);
  const { sections } = indicateurs;
  return (
    <article className="theme-page">
      <p className="theme-page-bar">
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => goToTheme(state, null))}
        >
          <ArrowLeft size={16} aria-hidden="true" /> {indicateurs.back}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={16} aria-hidden="true" />
          {indicateurs.print}
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {page.title}
      </h2>
      <p className="theme-page-summary">{page.summary}</p>
      <Section title={sections.figures} isThere={page.figures.length > 0}>
        <KeyFigures page={page} />
      </Section>
      <Section title={communes.section} isThere={compared !== undefined}>
        {compared && <CommuneComparison figures={compared} />}
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => compareCommunes(goToTheme(state, null), [null, null]))}
        >
          {communes.openPair}
        </button>
      </Section>
      <Section title={sections.questions} count={questions.length}>
        <ul className="saved-list">
          {questions.map((saved) => (
            <SavedQuestionView key={saved.id} saved={saved} />
          ))}
        </ul>
      </Section>
      <Section title={sections.layers} count={layers.length}>
        <ul className="layer-list">
          {layers.map((layer) => (
            <LayerRow key={layer.id} layer={layer} />
          ))}
        </ul>
      </Section>
      <Section title={sections.others} count={indicators.length}>
        <PublishedFigures indicators={indicators} />
      </Section>
      <Section title={sections.systems} count={systems.length}>
        <ThemeSystems systems={systems} />
      </Section>
    </article>
  );
}

interface SectionProps {
  title: string;
  count?: number;
  isThere?: boolean;
  children: ReactNode;
}

/** A part of the page; what has nothing to show is left out. */
function Section({ title, count, isThere = (count ?? 0) > 0, children }: SectionProps) {
  const id = useId();
  if (!isThere) return null;
  return (
    <section className="theme-section" aria-labelledby={id}>
      <h3 id={id}>
        {title} {count !== undefined && <span className="badge">{count}</span>}
      </h3>
      {children}
    </section>
  );
}
