import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

/**
 * Hands over the files that are dropped on an element, and tells whether some are held over it. What can be dropped must have
 * another way in as well, for the keyboard.
 */
export function useFileDrop(
  target: RefObject<HTMLElement | null>,
  onFiles: (transfer: DataTransfer) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  const take = useEffectEvent(onFiles);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    };
    element.addEventListener('dragover', over, { signal });
    element.addEventListener('dragleave', leave, { signal });
    element.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [target]);
  return isOver;
}
