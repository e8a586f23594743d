import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { currentView, filtersOf } from '../../state/answer-view-actions.ts';
import { useAppState, useServices } from '../app-context.tsx';
import { answerParts } from '../export/answer-parts.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import type { ExportScope, ExportSource } from '../export/export-source.ts';
import { withCommuneNames } from '../question/commune-fields.ts';
import { answerColumns, answerSelection } from '../strings/answer-export.ts';

interface AnswerExportsProps {
  answer: Answer;
  catalogue: Catalogue;
}

/** The button that gives the answer as a file, all of it or what the reader's filters and columns keep. */
export function AnswerExports({ answer, catalogue: plain }: AnswerExportsProps) {
  const communes = useAppState((state) => state.communes);
  const catalogue = useMemo(() => withCommuneNames(plain, communes), [plain, communes]);
  const { store, effects, exports } = useServices();
  const { filters: own, isInSight, hidden } = useAppState(currentView);
  const extent = useAppState(({ view }) => (isInSight ? view?.extent : undefined));
  const filters = useMemo(() => filtersOf(own, extent), [own, extent]);
  const kept = useKeptRows(answer, filters);
  const layer = findLayer(catalogue, answer.question.target);
  const columns = answerColumns(answer, layer, catalogue).map(({ name }) => name);
  const scopeOf = ({ isKept, isShown }: ExportScope) => ({
    filters: isKept ? filters : [],
    columns: isShown ? columns.filter((name) => !hidden.includes(name)) : null,
    link: location.href,
  });
  const source: ExportSource = {
    rows: answer.count,
    kept,
    columns: columns.length,
    shown: hidden.length > 0 ? columns.length - hidden.length : null,
    hasGeometry: true,
    content: (scope, signal) =>
      exports.answerContent(
        answer,
        layer,
        answerSelection(answer, catalogue, scopeOf(scope)),
        signal,
      ),
    parts: (scope, orientation, options) =>
      answerParts(
        { answer, catalogue, state: store.getState(), effects, exports },
        scopeOf(scope).filters,
        orientation,
        options,
      ),
  };
  return <ExportMenu source={source} />;
}

/** How many rows filters keep; null without a filter, and until it is known. */
function useKeptRows({ id }: Answer, filters: ReturnType<typeof filtersOf>): number | null {
  const { effects } = useServices();
  const [kept, setKept] = useState<number | null>(null);
  useEffect(() => {
    setKept(null);
    if (filters.length === 0) return;
    const controller = new AbortController();
    effects
      .viewAnswer(id, filters, { kind: 'sums', columns: [] }, controller.signal)
      .then(({ count }) => setKept(count))
      // The filter that fails is told of by the table, which it is set in.
      .catch(() => undefined);
    return () => controller.abort();
  }, [effects, id, filters]);
  return kept;
}
