// Data table: how often data are refreshed.
import type { MaintenanceFrequency } from '../layer.ts';

/** `MD_MaintenanceFrequencyCode` of ISO 19115 → French name, to stand within a sentence. */
export const MAINTENANCE_NAMES: Record<MaintenanceFrequency, string> = {
  continual: 'en continu',
  daily: 'tous les jours',
  weekly: 'toutes les semaines',
  monthly: 'tous les mois',
  quarterly: 'tous les trimestres',
  biannually: 'deux fois par an',
  annually: 'tous les ans',
  asNeeded: 'quand il le faut',
  irregular: 'à intervalles irréguliers',
  notPlanned: 'aucune mise à jour prévue',
};

/**
 * The same code → that of the EU's list of frequencies, which DCAT-AP asks for:
 * `http://publications.europa.eu/resource/authority/frequency/ANNUAL`.
 */
export const EU_FREQUENCIES: Record<MaintenanceFrequency, string> = {
  continual: 'UPDATE_CONT',
  daily: 'DAILY',
  weekly: 'WEEKLY',
  monthly: 'MONTHLY',
  quarterly: 'QUARTERLY',
  biannually: 'ANNUAL_2',
  annually: 'ANNUAL',
  asNeeded: 'AS_NEEDED',
  irregular: 'IRREG',
  notPlanned: 'NOT_PLANNED',
};
