import type { ReactNode } from 'react';
import { communePage, useCommunePages } from './use-commune-pages.ts';

interface CommunePageLinkProps {
  code: string;
  className?: string;
  children: ReactNode;
  /** What stands there where the site has no pages; absent: nothing. */
  otherwise?: ReactNode;
}

/** A link to the page of a commune, where the site has such pages. */
export function CommunePageLink({ code, className, children, otherwise }: CommunePageLinkProps) {
  if (!useCommunePages()) return otherwise;
  return (
    <a href={communePage(code)} className={className}>
      {children}
    </a>
  );
}
