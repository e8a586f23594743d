import {
  Building2,
  ChartNoAxesColumn,
  CircleQuestionMark,
  Database,
  Ellipsis,
  GitCompareArrows,
  Map as MapIcon,
  MessageCircleQuestionMark,
  Presentation,
  SquareTerminal,
} from 'lucide-react';
import { useRef } from 'react';
import { goTo } from '../../state/actions.ts';
import { SCREENS, type Screen } from '../../state/app-state.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { fr } from '../strings/fr.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** The way from one screen to another: a column on wide windows, a bar of five at the bottom of narrow ones. */
export function Rail() {
  const isNarrow = useIsNarrow();
  const first = isNarrow ? RAIL.slice(0, FIRST) : RAIL;
  return (
    <nav className="rail" aria-label={fr.rail.label}>
      {first.map((screen) => (
        <RailItem key={screen} screen={screen} />
      ))}
      {isNarrow && <More screens={RAIL.slice(FIRST)} />}
    </nav>
  );
}

/** The screens that have no room in the bar: a button, and what opens above it until one is chosen or it is left. */
function More({ screens }: { screens: RailScreen[] }) {
  const isHere = screens.includes(usePlace());
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        className="rail-item"
        popoverTarget="rail-more"
        data-current={isHere || undefined}
      >
        <Ellipsis size={20} aria-hidden="true" />
        <span>{fr.rail.more}</span>
      </button>
      <div ref={list} id="rail-more" popover="auto" className="rail-more">
        {screens.map((screen) => (
          <RailItem key={screen} screen={screen} onGo={() => list.current?.hidePopover()} />
        ))}
      </div>
    </>
  );
}

function RailItem({ screen, onGo }: { screen: RailScreen; onGo?: () => void }) {
  const place = usePlace();
  const act = useAct();
  const Icon = ICONS[screen];
  const go = () => {
    onGo?.();
    act((state) => goTo(state, screen));
  };
  return (
    <button
      type="button"
      className="rail-item"
      aria-current={screen === place ? 'page' : undefined}
      onClick={go}
    >
      <Icon size={20} aria-hidden="true" />
      <span>{fr.rail[screen]}</span>
    </button>
  );
}

const usePlace = (): RailScreen =>
  useAppState(({ screen }) => (screen === 'publier' ? 'donnees' : screen));

/** Publishing is reached from the data. */
type RailScreen = Exclude<Screen, 'publier'>;

const RAIL = SCREENS.filter((screen): screen is RailScreen => screen !== 'publier');

/** How many screens a bar of five has room for, beside the button of the others. */
const FIRST = 4;

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
