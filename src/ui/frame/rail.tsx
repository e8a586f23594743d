import {
  Building2,
  ChartNoAxesColumn,
  CircleQuestionMark,
  Database,
  GitCompareArrows,
  Map as MapIcon,
  MessageCircleQuestionMark,
  Presentation,
  SquareTerminal,
} from 'lucide-react';
import { goTo } from '../../state/actions.ts';
import { SCREENS, type Screen } from '../../state/app-state.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';

/** The way from one screen to another: a column on wide windows, a bar at the bottom of narrow ones. */
export function Rail() {
  const current = useAppState((state) => state.screen);
  const place = current === 'publier' ? 'donnees' : current;
  const act = useAct();
  return (
    <nav className="rail" aria-label={fr.rail.label}>
      {RAIL.map((screen) => {
        const Icon = ICONS[screen];
        return (
          <button
            key={screen}
            type="button"
            className="rail-item"
            aria-current={screen === place ? 'page' : undefined}
            onClick={() => act((state) => goTo(state, screen))}
          >
            <Icon size={20} aria-hidden="true" />
            <span>{fr.rail[screen]}</span>
          </button>
        );
      })}
    </nav>
  );
}

/** Publishing is reached from the data. */
type RailScreen = Exclude<Screen, 'publier'>;

const RAIL = SCREENS.filter((screen): screen is RailScreen => screen !== 'publier');

const ICONS: Record<RailScreen, typeof MapIcon> = {
  carte: MapIcon,
  question: MessageCircleQuestionMark,
  communes: Building2,
  scenarios: GitCompareArrows,
  indicateurs: ChartNoAxesColumn,
  donnees: Database,
  seance: Presentation,
  sql: SquareTerminal,
  aide: CircleQuestionMark,
};
