import type { Seance } from '../../../domain/seance.ts';
import { saveFile } from '../../frame/save-file.ts';

/** Gives the session as a file that can be put into `data/seances` as it is: two spaces, one line at its end. */
export function saveSeance(seance: Seance): void {
  const name = `${seance.id || 'seance'}.json`;
  saveFile(`${JSON.stringify(seance, null, 2)}\n`, 'application/json', name);
}
