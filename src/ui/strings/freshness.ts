import { MAINTENANCE_NAMES } from '../../domain/nomenclature/maintenance-frequencies.ts';
import { formatDate } from './format.ts';

/** How often a layer is refreshed, and whether it is late. */
export const freshWords = {
  maintenance: MAINTENANCE_NAMES,
  fresh: 'à jour',
  overdue: (due: string) => `à rafraîchir depuis le ${formatDate(due)}`,
  next: (due: string) => `prochaine mise à jour attendue le ${formatDate(due)}`,
};
