import type { ReactNode } from 'react';
import { goToHelp } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';

/** A link to a page of help, or to a passage of it (`page.passage`); the map stays as it is. */
export function HelpLink({ to, children }: { to: string; children: ReactNode }) {
  const act = useAct();
  return (
    <a
      href={`#/aide?page=${to}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        act((state) => goToHelp(state, to));
      }}
    >
      {children}
    </a>
  );
}
