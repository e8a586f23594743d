import { type ComponentType, lazy, useState } from 'react';
import { PartBoundary } from './part-boundary.tsx';

/**
 * A part of the page whose code is fetched when it is first shown; a `Suspense` must be above it. Its failure, or that of fetching
 * it, stays in its place, and to try it again fetches it anew.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const fetched = () =>
    lazy(async (): Promise<{ default: ComponentType<object> }> => {
      const part = await load();
      return { default: part as ComponentType<object> };
    });
  let Part = fetched();
  // biome-ignore lint/correctness/noComponentHookFactories: called at the top of modules, as React's own `lazy`
  return function LazyPart(props: Props) {
    const [, setTries] = useState(0);
    const again = () => {
      Part = fetched();
      setTries((tries) => tries + 1);
    };
    return (
      <PartBoundary onAgain={again}>
        <Part {...props} />
      </PartBoundary>
    );
  };
}
