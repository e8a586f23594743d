import { type RefObject, useEffect, useRef } from 'react';
import type { MapHandle } from '../app-context.tsx';

/**
 * Mounts a map in the element that the reference is given to, as long as it is there, and has it follow the element's size. Both
 * functions stay the same, or the map is made anew.
 */
export function useMountedMap(
  create: (element: HTMLElement) => MapHandle | Promise<MapHandle>,
  onFailure: (error: unknown) => void,
): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let map: MapHandle | null = null;
    let isGone = false;
    const mount = async () => {
      const created = await create(element);
      if (isGone) created.destroy();
      else map = created;
      map?.resize();
    };
    mount().catch(onFailure);
    const observer = new ResizeObserver(() => map?.resize());
    observer.observe(element);
    return () => {
      isGone = true;
      observer.disconnect();
      map?.destroy();
    };
  }, [create, onFailure]);
  return container;
}
