import { useEffect, useRef } from 'react';

/** A large dot that follows the mouse, seen from the back of the room. */
export function LaserPointer() {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      const element = dot.current;
      if (!element) return;
      element.style.transform = `translate(${clientX}px, ${clientY}px)`;
      element.style.visibility = 'visible';
    };
    window.addEventListener('pointermove', move, { passive: true });
    return () => window.removeEventListener('pointermove', move);
  }, []);
  return <div className="show-pointer" ref={dot} aria-hidden="true" />;
}
