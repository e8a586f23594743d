import { Contrast } from 'lucide-react';
import { setAppearance } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { apparence } from '../strings/apparence.ts';
import { IconButton } from './icon-button.tsx';

/** Turns from light to dark and back, whatever the system says; the screen of help gives the choice of the system back. */
export function AppearanceButton() {
  const appearance = useAppState((state) => state.appearance);
  const act = useAct();
  const isDark = appearance === 'system' ? matchMedia(DARK).matches : appearance === 'dark';
  return (
    <IconButton
      label={isDark ? apparence.toLight : apparence.toDark}
      icon={Contrast}
      onClick={() => act((state) => setAppearance(state, isDark ? 'light' : 'dark'))}
    />
  );
}

const DARK = '(prefers-color-scheme: dark)';
