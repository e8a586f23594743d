import { useEffect } from 'react';
import type { CommuneFigures } from '../../domain/library.ts';
import type { CommuneFiguresStatus } from '../../state/commune-actions.ts';
import { useAppState, useEffects } from '../app-context.tsx';

/** The figures of the communes of a theme, found when a part of the screen first shows them; also their names. */
export function useCommuneFigures(figures: CommuneFigures): CommuneFiguresStatus | null {
  const status = useAppState((state) => state.communeFigures[figures.theme] ?? null);
  const { readCommuneFigures, readCommunes } = useEffects();
  useEffect(() => {
    void readCommunes();
    void readCommuneFigures(figures);
  }, [readCommunes, readCommuneFigures, figures]);
  return status;
}
