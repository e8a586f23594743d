import { CRS_HELP } from '../../src/publish/strings/failure-sentence.ts';
import type { UsageFault } from './arguments.ts';
import type { Published } from './publish-file.ts';

/** French sentences of the publishing command: what happened, where, what to do. */

/** How the command is called. */
export const USAGE = `Publier une couche :
  npm run publish -- FICHIER --layer ID [--title "…"] [--theme ID] [--crs EPSG:n]
Le fichier est un GeoJSON (.geojson, .json) ou un Shapefile zippé (.zip).
Aussi : --abstract, --producer, --licence, --date AAAA-MM-JJ, --key CHAMP, --noun "singulier,pluriel", --gender m|f.`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
      return USAGE;
    case 'unknown-option':
      return `L’option ${fault.option} n’existe pas.\n\n${USAGE}`;
    case 'missing-value':
      return `L’option ${fault.option} demande une valeur.\n\n${USAGE}`;
    case 'no-file':
      return `Il manque le fichier à publier.\n\n${USAGE}`;
    case 'several-files':
      return `Un seul fichier à la fois : ${fault.files.length} ont été donnés (${fault.files.join(', ')}).`;
    case 'no-layer':
      return `Il manque --layer, l’identifiant de la couche, par exemple --layer terrils.\n\n${USAGE}`;
    case 'bad-layer':
      return `« ${fault.id} » ne peut pas être un identifiant de couche : il commence par une minuscule sans accent, suivie de minuscules, de chiffres ou de tirets bas. Exemple : --layer zone_tampon.`;
    case 'bad-crs':
      return `Le système de coordonnées « ${fault.crs} » n’est pas connu. ${CRS_HELP}`;
    case 'bad-date':
      return `« ${fault.date} » n’est pas une date : écrivez-la AAAA-MM-JJ, par exemple --date 2025-03-31.`;
    case 'bad-noun':
      return `« ${fault.noun} » : donnez le singulier et le pluriel séparés par une virgule, par exemple --noun "terril,terrils".`;
    case 'bad-gender':
      return `Le genre est m ou f, pas « ${fault.gender} ».`;
    case 'bad-theme':
      return `Le thème « ${fault.theme} » n’existe pas. Thèmes possibles : ${fault.themes.join(', ')}.`;
  }
}

/** The one line that a success prints. */
export function successLine({ layer, warnings }: Published): string {
  const rows = plural(layer.file.rows, 'entité', 'entités');
  const size = `${NUMBER.format(Math.ceil(layer.file.bytes / 1000))} ko`;
  return `${layer.id} : ${rows}, ${size}, ${plural(warnings.length, 'avertissement', 'avertissements')}`;
}

const NUMBER = new Intl.NumberFormat('fr-FR');

function plural(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${count < 2 ? one : many}`;
}
