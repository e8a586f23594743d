import type { MapTool } from '../../state/app-state.ts';
import { lazyPart } from '../frame/lazy-part.tsx';

/** What the open tool shows. */
export function ToolPanel({ tool }: { tool: MapTool }) {
  if (tool === 'mesure') return <MesurePanel />;
  if (tool === 'annotations') return <AnnotationsPanel />;
  if (tool === 'coordonnees') return <CoordonneesPanel />;
  if (tool === 'comparer') return <ComparePanel />;
  if (tool === 'contenu') return <ContentsPanel />;
  return <FondsPanel />;
}

const FondsPanel = lazyPart(async () => (await import('./fonds/fonds-panel.tsx')).FondsPanel);

const MesurePanel = lazyPart(async () => (await import('./mesure/mesure-panel.tsx')).MesurePanel);

const AnnotationsPanel = lazyPart(
  async () => (await import('./annotations/annotations-panel.tsx')).AnnotationsPanel,
);

const CoordonneesPanel = lazyPart(
  async () => (await import('./coordonnees/coordonnees-panel.tsx')).CoordonneesPanel,
);

const ContentsPanel = lazyPart(
  async () => (await import('./contenu/contents-panel.tsx')).ContentsPanel,
);

const ComparePanel = lazyPart(
  async () => (await import('../comparer/compare-panel.tsx')).ComparePanel,
);
