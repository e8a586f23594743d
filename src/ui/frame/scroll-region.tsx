import type { ReactNode, Ref } from 'react';

/** What a region that scrolls is called: by its own words, or by the heading of that id. */
type RegionName = { label: string; labelledBy?: never } | { labelledBy: string; label?: never };

type ScrollRegionProps = RegionName & {
  className: string;
  ref?: Ref<HTMLDivElement>;
  children: ReactNode;
};

/** A region that scrolls by itself: the keyboard reaches it, and the arrow keys move what it holds. */
export function ScrollRegion({ label, labelledBy, className, ref, children }: ScrollRegionProps) {
  return (
    <section
      className={className}
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={label}
      aria-labelledby={labelledBy}
    >
      {children}
    </section>
  );
}
