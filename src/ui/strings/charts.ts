import { formatDate } from './format.ts';

/** The words of charts, in French. */
export const charts = {
  loading: 'Dessin du graphique…',
  empty: 'Rien à représenter : aucune ligne n’a de valeur.',
  data: 'Données du graphique',
  keepAlso: (label: string) => `Garder ou retirer ${label}`,
  from: 'de',
  to: 'à',
  apply: 'Garder cette plage',
  clear: 'Tout remettre',
  period: 'Période',
  notNumber: 'Écrivez deux nombres, le plus petit d’abord.',
  rows: 'Nombre',
  binFrom: (from: string, to: string) => `de ${from} à ${to}`,
};

/** An ISO period as a reader says it: `2024`, `mars 2024`. */
export function formatPeriod(period: string): string {
  return /^\d{4}-\d{2}$/.test(period) ? formatDate(`${period}-02`).replace(/^2 /, '') : period;
}
