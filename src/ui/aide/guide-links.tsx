import { ArrowRight } from 'lucide-react';
import { goTo } from '../../state/actions.ts';
import { SCREENS } from '../../state/app-state.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { GuideLink } from '../strings/aide/guide-page.ts';

/** The ways from a passage into the application, but for those of layers that the atlas lacks. */
export function GuideLinks({ links }: { links: GuideLink[] }) {
  const catalogue = useAppState((state) => state.catalogue);
  const act = useAct();
  const known = new Set(catalogue?.layers.map(({ id }) => id));
  const offered = links.filter(({ needs = [] }) => needs.every((id) => known.has(id)));
  return (
    <ul className="help-links">
      {offered.map(({ label, to }) => {
        const screen = SCREENS.find((name) => to === `#/${name}`);
        return (
          <li key={to}>
            <a
              className="button"
              href={to}
              onClick={(event) => {
                if (!screen || event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                act((state) => goTo(state, screen));
              }}
            >
              {label}
              <ArrowRight size={16} aria-hidden="true" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
