import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import '../styles/modal-dialog.css';

interface ModalDialogProps {
  className: string;
  title: string;
  /** What the button with the cross is called. */
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialogue over the page, open as long as it is there: the browser's own, which keeps the focus. Escape closes it and nothing else.
 */
export function ModalDialog({ className, title, closeLabel, onClose, children }: ModalDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal-dialog ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
    >
      <div className="modal-head">
        <h2 id={id}>{title}</h2>
        <IconButton label={closeLabel} icon={X} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
