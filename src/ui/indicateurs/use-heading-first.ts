import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../app-context.tsx';

/** The heading of a page, which takes the focus that the page before it left to nobody, and is scrolled to. */
export function useHeadingFirst(): RefObject<HTMLHeadingElement | null> {
  const { store } = useServices();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not from a reader who has begun to move through the page while the library came.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    const { screen, open } = store.getState();
    // An open question is scrolled to by itself.
    if (screen !== 'indicateurs' || !open)
      heading.current?.closest('.panel-body')?.scrollTo({ top: 0 });
  }, [store]);
  return heading;
}
