import { createContext, useContext } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Library } from '../../domain/library.ts';

/** What every part of a theme's page reads. */
export interface PageContextValue {
  catalogue: Catalogue;
  library: Library;
  /** Brings the map into sight where the page covers it. */
  onSeeMap: () => void;
}

/** Gives the parts of a theme's page what they read. */
export const PageContext = createContext<PageContextValue | null>(null);

/** What the parts of a theme's page read. */
export function usePage(): PageContextValue {
  const value = useContext(PageContext);
  if (!value) throw new Error('a part of a theme’s page is rendered outside PageContext');
  return value;
}
