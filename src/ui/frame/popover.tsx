import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import '../styles/popover.css';

interface PopoverProps {
  /** What the button says, for who cannot see it. */
  label: string;
  /** What the button shows. */
  face: ReactNode;
  className?: string;
  tabIndex?: number;
  /** Whether it opens beside the panel that the button is in, where the window has room: what it is about stays in sight. */
  isBeside?: boolean;
  /** What opens under the button, made when it opens; `close` puts it away and gives the focus back. */
  children: (close: () => void) => ReactNode;
}

/** A button under which a small dialogue opens, above all else; Escape or a press outside closes it. */
export function Popover({
  label,
  face,
  className = 'button',
  tabIndex,
  isBeside = false,
  children,
}: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => panel.current?.hidePopover(), []);
  const place = () => {
    const [anchor, element] = [button.current, panel.current];
    if (!anchor || !element) return;
    Object.assign(element.style, (isBeside && beside(anchor)) || under(anchor));
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        popoverTarget={id}
        tabIndex={tabIndex}
      >
        {face}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="popover"
        onBeforeToggle={(event) => {
          if (event.newState === 'open') place();
        }}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') close();
        }}
      >
        {isOpen && children(close)}
      </div>
    </>
  );
}

/** Where it stands under its button, or above where there is more room; in the window in either case. */
function under(anchor: HTMLElement): Place {
  const box = anchor.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - EDGE_PX;
  const isAbove = below < MIN_HEIGHT_PX && box.top > below;
  const left = Math.max(EDGE_PX, Math.min(box.left, window.innerWidth - WIDTH_PX - EDGE_PX));
  return {
    left: `${left}px`,
    top: isAbove ? 'auto' : `${box.bottom + 2}px`,
    bottom: isAbove ? `${window.innerHeight - box.top + 2}px` : 'auto',
    maxHeight: `${isAbove ? box.top - EDGE_PX : below}px`,
  };
}

/** Where it stands at the height of its button, right or left of the panel that the button is in; null without room there. */
function beside(anchor: HTMLElement): Place | null {
  const panel = anchor.closest('.panel, .tool-panel')?.getBoundingClientRect();
  if (!panel) return null;
  const [right, before] = [panel.right + EDGE_PX, panel.left - EDGE_PX - WIDTH_PX];
  const hasRight = right + WIDTH_PX + EDGE_PX <= window.innerWidth;
  if (!hasRight && before < EDGE_PX) return null;
  const { top, bottom } = anchor.getBoundingClientRect();
  const isLow = top > window.innerHeight / 2;
  return {
    left: `${hasRight ? right : before}px`,
    top: isLow ? 'auto' : `${top}px`,
    bottom: isLow ? `${window.innerHeight - bottom}px` : 'auto',
    maxHeight: `${isLow ? bottom - EDGE_PX : window.innerHeight - top - EDGE_PX}px`,
  };
}

type Place = Record<'left' | 'top' | 'bottom' | 'maxHeight', string>;

const EDGE_PX = 8;
const WIDTH_PX = 280;
const MIN_HEIGHT_PX = 260;
