import { type ReactNode, useCallback, useId, useRef, useState } from 'react';
import '../styles/popover.css';

interface PopoverProps {
  /** What the button says, for who cannot see it. */
  label: string;
  /** What the button shows. */
  face: ReactNode;
  className?: string;
  tabIndex?: number;
  /** What opens under the button, made when it opens; `close` puts it away and gives the focus back. */
  children: (close: () => void) => ReactNode;
}

/** A button under which a small dialogue opens, above all else; Escape or a press outside closes it. */
export function Popover({ label, face, className = 'button', tabIndex, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => panel.current?.hidePopover(), []);
  const place = () => {
    const [anchor, element] = [button.current, panel.current];
    if (!anchor || !element) return;
    const box = anchor.getBoundingClientRect();
    const below = window.innerHeight - box.bottom - EDGE_PX;
    const isAbove = below < MIN_HEIGHT_PX && box.top > below;
    element.style.left = `${Math.max(EDGE_PX, Math.min(box.left, window.innerWidth - WIDTH_PX - EDGE_PX))}px`;
    element.style.top = isAbove ? 'auto' : `${box.bottom + 2}px`;
    element.style.bottom = isAbove ? `${window.innerHeight - box.top + 2}px` : 'auto';
    element.style.maxHeight = `${isAbove ? box.top - EDGE_PX : below}px`;
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

const EDGE_PX = 8;
const WIDTH_PX = 280;
const MIN_HEIGHT_PX = 260;
