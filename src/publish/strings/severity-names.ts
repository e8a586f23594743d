import type { Severity } from '../issue.ts';

/** What each severity is called, one word. */
export const SEVERITY_NAMES: Record<Severity, string> = {
  error: 'erreur',
  warning: 'avertissement',
  notice: 'information',
};

/** The same with a number: "3 avertissements". */
export function countSeverity(severity: Severity, count: number): string {
  const plural = count > 1 ? 's' : '';
  return `${new Intl.NumberFormat('fr-FR').format(count)} ${SEVERITY_NAMES[severity]}${plural}`;
}
