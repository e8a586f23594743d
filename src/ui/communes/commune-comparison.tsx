import { useId } from 'react';
import type { CommuneFigure, CommuneFigures } from '../../domain/library.ts';
import { type CommuneFiguresStatus, openFigure } from '../../state/commune-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { communes } from '../strings/communes.ts';
import { FigureView } from './figure-view.tsx';
import { useCommuneFigures } from './use-commune-figures.ts';
import '../styles/communes.css';

/** A theme's figures of the communes: one is chosen, and its spread, the ranks and the map are shown. */
export function CommuneComparison({ figures }: { figures: CommuneFigures }) {
  const column = useAppState((state) => state.figure);
  const chosen = figures.figures.find((figure) => figure.column === column);
  const act = useAct();
  const id = useId();
  return (
    <div className="communes">
      {!chosen && <p className="quiet">{communes.intro}</p>}
      <p className="communes-choice">
        <label htmlFor={id}>{communes.figure}</label>
        <select
          id={id}
          value={chosen?.column ?? ''}
          onChange={({ target }) => act((state) => openFigure(state, target.value || null))}
        >
          <option value="">{communes.choose}</option>
          {figures.figures.map((figure) => (
            <option key={figure.column} value={figure.column}>
              {figure.label}
            </option>
          ))}
        </select>
      </p>
      {chosen && <Chosen figures={figures} figure={chosen} />}
    </div>
  );
}

function Chosen({ figures, figure }: { figures: CommuneFigures; figure: CommuneFigure }) {
  const status = useCommuneFigures(figures);
  if (status?.kind !== 'ready') return <FiguresWait figures={figures} status={status} />;
  const values = status.values[figure.column] ?? {};
  return (
    <FigureView key={figure.column} figure={figure} values={values} versions={status.versions} />
  );
}

interface FiguresWaitProps {
  figures: CommuneFigures;
  status: Exclude<CommuneFiguresStatus, { kind: 'ready' }> | null;
}

/** How far the figures of a theme are, or why they could not be found. */
export function FiguresWait({ figures, status }: FiguresWaitProps) {
  const { readCommuneFigures, stopCommuneFigures } = useEffects();
  if (status?.kind === 'reading') {
    return (
      <ProgressLine
        progress={status.progress}
        first={communes.first}
        stop={communes.stop}
        takesFocus={false}
        onStop={() => stopCommuneFigures(figures.theme)}
      />
    );
  }
  return (
    <div role="alert">
      {status?.kind === 'failed' && <ErrorText error={status.error} />}
      <button type="button" className="button" onClick={() => void readCommuneFigures(figures)}>
        {communes.retry}
      </button>
    </div>
  );
}
