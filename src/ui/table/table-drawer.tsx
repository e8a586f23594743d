import { Maximize2, Minimize2, X } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Sort } from '../../engine/protocol.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { AnswerExports } from '../question/answer-exports.tsx';
import { formatArea, formatLength } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { AnswerCards } from './answer-cards.tsx';
import { AnswerTable } from './answer-table.tsx';
import '../styles/table.css';

interface TableDrawerProps {
  stop: DrawerStop;
  onStop: (stop: DrawerStop) => void;
}

/** The rows of the answer under the map, in a table on wide windows and as cards on narrow ones. */
export function TableDrawer({ stop, onStop }: TableDrawerProps) {
  const status = useAppState((state) => state.answer);
  const catalogue = useAppState((state) => state.catalogue);
  if (status.kind !== 'ready' || !catalogue) return null;
  return (
    <AnswerDrawer
      key={status.answer.id}
      answer={status.answer}
      catalogue={catalogue}
      stop={stop}
      onStop={onStop}
    />
  );
}

function AnswerDrawer(props: TableDrawerProps & { answer: Answer; catalogue: Catalogue }) {
  const { answer, catalogue, stop, onStop } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const isFull = stop === 'full';
  const isNarrow = useIsNarrow();
  const target = findLayer(catalogue, answer.question.target);
  const { openFeature } = useEffects();
  const open = (key: string) => {
    openFeature(target.id, key);
    if (isNarrow) onStop('closed');
    else if (isFull) onStop('half');
  };
  const Rows = isNarrow ? AnswerCards : AnswerTable;
  const count = fr.answer.count(answer.count, answer.outOf, target.noun);
  const SizeIcon = isFull ? Minimize2 : Maximize2;
  return (
    <section className="drawer" data-stop={stop} aria-label={fr.table.title}>
      <header className="drawer-head">
        <h2>{fr.table.title}</h2>
        {(isNarrow || isFull) && <AnswerExports />}
        {!isNarrow && (
          <button
            type="button"
            className="icon-button"
            aria-label={isFull ? fr.table.half : fr.table.full}
            title={isFull ? fr.table.half : fr.table.full}
            onClick={() => onStop(isFull ? 'half' : 'full')}
          >
            <SizeIcon size={18} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={fr.table.close}
          title={fr.table.close}
          onClick={() => onStop('closed')}
        >
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      <Rows
        answer={answer}
        target={target}
        catalogue={catalogue}
        sort={sort}
        onSort={setSort}
        onOpen={open}
      />
      <footer className="drawer-foot">
        <span>{count}</span>
        {answer.total !== null && (
          <span>
            {target.geometry === 'polygon'
              ? `${fr.answer.totalArea} : ${formatArea(answer.total)}`
              : `${fr.answer.totalLength} : ${formatLength(answer.total)}`}
            {`, ${fr.answer.crs(fr.crs[answer.crs])}`}
          </span>
        )}
      </footer>
    </section>
  );
}
