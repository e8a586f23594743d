import { Maximize2, Minimize2, X } from 'lucide-react';
import { useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Sort } from '../../engine/protocol.ts';
import { AnswerExports } from '../answer/answer-exports.tsx';
import { useAppState, useEffects } from '../app-context.tsx';
import type { DrawerStop } from '../frame/drawer-stop.ts';
import { IconButton } from '../frame/icon-button.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
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
  const isNarrow = useIsNarrow();
  const { openFeature } = useEffects();
  const target = findLayer(catalogue, answer.question.target);
  const Rows = isNarrow ? AnswerCards : AnswerTable;
  const open = (key: string) => {
    openFeature(target.id, key);
    if (isNarrow) onStop('closed');
    else if (stop === 'full') onStop('half');
  };
  return (
    <section className="drawer" data-stop={stop} aria-label={fr.table.title}>
      <DrawerHead stop={stop} onStop={onStop} isNarrow={isNarrow} />
      <Rows
        answer={answer}
        target={target}
        catalogue={catalogue}
        sort={sort}
        onSort={setSort}
        onOpen={open}
      />
      <DrawerFoot answer={answer} target={target} />
    </section>
  );
}

function DrawerHead({ stop, onStop, isNarrow }: TableDrawerProps & { isNarrow: boolean }) {
  const isFull = stop === 'full';
  const sizeLabel = isFull ? fr.table.half : fr.table.full;
  return (
    <header className="drawer-head">
      <h2>{fr.table.title}</h2>
      {(isNarrow || isFull) && <AnswerExports />}
      {!isNarrow && (
        <IconButton
          label={sizeLabel}
          icon={isFull ? Minimize2 : Maximize2}
          onClick={() => onStop(isFull ? 'half' : 'full')}
        />
      )}
      <IconButton label={fr.table.close} icon={X} onClick={() => onStop('closed')} />
    </header>
  );
}

function DrawerFoot({ answer, target }: { answer: Answer; target: Layer }) {
  const { count, outOf, total, crs } = answer;
  const isArea = target.geometry === 'polygon';
  return (
    <footer className="drawer-foot">
      <span>{fr.answer.count(count, outOf, target.noun)}</span>
      {total !== null && (
        <span>
          {isArea
            ? fr.answer.sumOf(fr.answer.totalArea, formatArea(total))
            : fr.answer.sumOf(fr.answer.totalLength, formatLength(total))}
          {`, ${fr.answer.crs(fr.crs[crs])}`}
        </span>
      )}
    </footer>
  );
}
