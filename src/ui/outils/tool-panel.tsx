import { lazy } from 'react';
import type { MapTool } from '../../state/app-state.ts';

/** What the open tool shows. */
export function ToolPanel({ tool }: { tool: MapTool }) {
  if (tool === 'mesure') return <MesurePanel />;
  if (tool === 'annotations') return <AnnotationsPanel />;
  if (tool === 'coordonnees') return <CoordonneesPanel />;
  if (tool === 'comparer') return <ComparePanel />;
  if (tool === 'contenu') return <ContentsPanel />;
  return <FondsPanel />;
}

const FondsPanel = lazy(async () => {
  const module = await import('./fonds/fonds-panel.tsx');
  return { default: module.FondsPanel };
});

const MesurePanel = lazy(async () => {
  const module = await import('./mesure/mesure-panel.tsx');
  return { default: module.MesurePanel };
});

const AnnotationsPanel = lazy(async () => {
  const module = await import('./annotations/annotations-panel.tsx');
  return { default: module.AnnotationsPanel };
});

const CoordonneesPanel = lazy(async () => {
  const module = await import('./coordonnees/coordonnees-panel.tsx');
  return { default: module.CoordonneesPanel };
});

const ContentsPanel = lazy(async () => {
  const module = await import('./contenu/contents-panel.tsx');
  return { default: module.ContentsPanel };
});

const ComparePanel = lazy(async () => {
  const module = await import('../comparer/compare-panel.tsx');
  return { default: module.ComparePanel };
});
