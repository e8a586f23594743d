import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import {
  endVisit,
  VISIT_ROLES,
  type VisitRole,
  type Visit as VisitState,
  visitStop,
} from '../../../state/visit-actions.ts';
import { useAct, useAppState } from '../../app-context.tsx';
import { IconButton } from '../../frame/icon-button.tsx';
import { visite, visits } from '../../strings/aide/visite.ts';
import { placeBeside, type ScreenBox } from './place-beside.ts';
import { keepOffered } from './visit-memory.ts';
import '../../styles/visite.css';

/** The guided visit: a note that stands by one part of the screen after another. It stops nobody from using the rest. */
export function Visit({ visit: { role, stop } }: { visit: VisitState }) {
  const act = useAct();
  const note = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  useFocusBack();
  const stops = role ? visits[role] : [];
  const here = stops[stop];
  const screen = useAppState((state) => state.screen);
  usePlace(here?.target ?? null, `${screen} ${stop}`, note, ring);
  const goTo = (next: VisitRole, to: number) => {
    const there = visits[next][to];
    act((state) => (there ? visitStop(state, next, to, there.screen) : endVisit(state)));
  };
  return (
    <>
      <div ref={ring} className="visit-ring" hidden={!here} />
      <Note key={`${role} ${stop}`} ref={note} title={here?.title ?? visite.choose}>
        {role && here ? (
          <>
            <p>{here.text}</p>
            <p className="quiet">{visite.place(stop, stops.length)}</p>
            <div className="visit-steps">
              {stop > 0 && (
                <button type="button" className="button" onClick={() => goTo(role, stop - 1)}>
                  {visite.previous}
                </button>
              )}
              <button
                type="button"
                className="button visit-next"
                onClick={() => goTo(role, stop + 1)}
              >
                {stop + 1 < stops.length ? visite.next : visite.end}
              </button>
            </div>
          </>
        ) : (
          <>
            <p>{visite.chooseText}</p>
            <ul className="visit-roles">
              {VISIT_ROLES.map((name) => (
                <li key={name}>
                  <button type="button" className="button" onClick={() => goTo(name, 0)}>
                    {visite.roles[name]}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </Note>
    </>
  );
}

interface NoteProps {
  ref: RefObject<HTMLDivElement | null>;
  title: string;
  children: ReactNode;
}

/** The note itself, whose heading takes the focus when it comes; Escape in it ends the visit. */
function Note({ ref, title, children }: NoteProps) {
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div
      ref={ref}
      className="visit-note"
      role="dialog"
      aria-labelledby="visit-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        act(endVisit);
      }}
    >
      <header>
        <h2 id="visit-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton label={visite.leave} icon={X} onClick={() => act(endVisit)} />
      </header>
      {children}
    </div>
  );
}

/** Gives the focus back to what had it before the visit, or to the way to the help; keeps that the visit was made. */
function useFocusBack(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    keepOffered();
    return () => {
      const isThere = before instanceof HTMLElement && before.isConnected && before.tabIndex >= 0;
      const next = isThere ? before : document.querySelector<HTMLElement>('.rail-item:last-child');
      next?.focus();
    };
  }, []);
}

/** Puts the note beside what it is about, and the ring around that; both follow its size and the window's. */
function usePlace(
  target: string | null,
  moment: string,
  note: RefObject<HTMLDivElement | null>,
  ring: RefObject<HTMLDivElement | null>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen or stop moves what is shown
  useLayoutEffect(() => {
    const place = () => {
      const size = { width: window.innerWidth, height: window.innerHeight };
      const shown = target === null ? null : document.querySelector(target);
      const box: ScreenBox = shown?.getBoundingClientRect() ?? {
        left: size.width / 2 - NOTE_PX / 2,
        top: size.height / 4,
        width: 0,
        height: 0,
      };
      if (note.current) {
        const { left, top } = placeBeside(box, note.current.getBoundingClientRect(), size);
        Object.assign(note.current.style, { left: `${left}px`, top: `${top}px` });
      }
      if (ring.current) {
        const { left, top, width, height } = box;
        Object.assign(ring.current.style, {
          left: `${left}px`,
          top: `${top}px`,
          width: `${width}px`,
          height: `${height}px`,
        });
      }
    };
    place();
    const growth = new ResizeObserver(place);
    const watched = target === null ? null : document.querySelector(target);
    if (watched) growth.observe(watched);
    window.addEventListener('resize', place);
    return () => {
      growth.disconnect();
      window.removeEventListener('resize', place);
    };
  }, [target, moment]);
}

/** Width of the note, as the style sheet has it. */
const NOTE_PX = 320;
