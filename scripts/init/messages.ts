import { CRS_NAMES } from '../../src/domain/nomenclature/metric-crs.ts';
import { countOf } from '../french-counts.ts';
import { optionSentence } from '../option-sentence.ts';
import type { FoundGroup } from '../territory/find-groups.ts';
import type { ListedGroup } from '../territory/official-groups.ts';
import type { UsageFault } from './arguments.ts';
import type { InitOutcome } from './init-territory.ts';

/** French sentences of the command that enters a territory: what happened, what to do next. */

/** How the command is called. */
export const USAGE = `Choisir le territoire de l’atlas, d’après la liste officielle des intercommunalités :
  npm run init -- --epci 246200364        par son numéro SIREN
  npm run init -- lens                    chercher par nom, ou par une commune

  --into NOM        un second territoire, à côté du premier : servi dans NOM/, décrit dans data/territoires/NOM/
  --force           remplacer le territoire d’un autre SIREN ; l’ancien est gardé à côté
  --url ADRESSE     où l’atlas est servi             --service "…"   le service qui tient les données
  --contact "…"     qui répond des données           --contact-email, --contact-url`;

/** The sentence of a wrong command line. */
export function usageSentence(fault: UsageFault): string {
  switch (fault.kind) {
    case 'help':
    case 'unknown-option':
    case 'missing-value':
      return optionSentence(fault, USAGE);
    case 'no-code':
      return `Il manque le numéro SIREN de l’intercommunalité, ou un mot de son nom.\n\n${USAGE}`;
    case 'bad-folder':
      return `«\u00a0${fault.folder}\u00a0» ne peut pas être le dossier d’un territoire\u00a0: une lettre minuscule sans accent, puis des lettres, des chiffres ou des tirets, et aucun nom que l’atlas prend pour lui (layers, assets, communes…). Exemple\u00a0: --into lens.`;
    case 'bad-url':
      return `«\u00a0${fault.url}\u00a0» n’est pas une adresse\u00a0: écrivez-la en entier, par exemple --url https://atlas.exemple.fr/.`;
    case 'contact-without-name':
      return 'Donnez aussi le nom du contact, par exemple --contact "Service SIG".';
  }
}

/** An unknown SIREN, with the codes that look most like it. */
export function unknownSentence(siren: string, near: readonly ListedGroup[]): string {
  const wrong =
    siren.length === 9
      ? `Aucune intercommunalité n’a le SIREN ${siren} dans la liste officielle.`
      : `«\u00a0${siren}\u00a0» n’est pas un SIREN\u00a0: il a 9 chiffres.`;
  return `${wrong} Les plus proches\u00a0:\n${near.map(groupLine).join('\n')}\nCherchez-la aussi par son nom\u00a0: npm run init -- lens. Une intercommunalité qui vient de fusionner a changé de numéro.`;
}

/** What was found for words, with what to write next. */
export function foundSentence(
  words: string,
  found: readonly FoundGroup[],
  near: string | null,
): string {
  const [first] = found;
  if (!first) {
    const hint = near ? ` Cherchiez-vous «\u00a0${near}\u00a0»\u00a0?` : '';
    return `Aucune intercommunalité ni commune de la liste officielle ne s’appelle «\u00a0${words}\u00a0».${hint}`;
  }
  const shown = found.slice(0, SHOWN);
  const more = found.length - shown.length;
  return [
    `${countOf(found.length, 'intercommunalité trouvée', 'intercommunalités trouvées')} pour «\u00a0${words}\u00a0»\u00a0:`,
    ...shown.map(({ group, commune }) => groupLine(group) + (commune ? `, par ${commune}` : '')),
    ...(more > 0 ? [`  … et ${more} de plus\u00a0: ajoutez un mot.`] : []),
    `Puis\u00a0: npm run init -- --epci ${first.group.siren}`,
  ].join('\n');
}

/** `  246200364  CA de Lens - Liévin, 36 communes, 244 474 habitants`. */
function groupLine({ siren, name, communes, population }: ListedGroup): string {
  return `  ${siren}  ${name}, ${countOf(communes.length, 'commune', 'communes')}, ${population.toLocaleString('fr-FR')} habitants`;
}

/** A territory of another SIREN is there. */
export function occupiedSentence(there: { name: string; siren: string }, path: string): string {
  return `${path} décrit déjà un autre territoire\u00a0: ${there.name} (${there.siren}). Rien n’a été changé. Pour le remplacer, ajoutez --force\u00a0: rien n’est perdu, sa description et ce qu’il publie sont gardés à côté. Pour avoir les deux dans le même atlas, ajoutez --into NOM.`;
}

/** What was done, in the folder `into` or in the main one. */
export function doneSentence(outcome: InitOutcome, into: string | null): string {
  const { territory, communes, without, path, kept, isNew, layers, library } = outcome;
  return [
    `${territory.name} (${territory.siren}), ${countOf(communes, 'commune', 'communes')}.`,
    `Mesures en ${CRS_NAMES[territory.metricCrs]} (${territory.metricCrs}).`,
    `${path} est ${isNew ? 'écrit' : 'à jour'}.`,
    ...(without.length > 0
      ? [
          `L’emprise de ${without.join(', ')} n’est pas dans la liste officielle\u00a0: celle du territoire vient des autres communes, jusqu’à la première collecte.`,
        ]
      : []),
    ...(kept.length > 0 ? [`L’ancien territoire est gardé\u00a0: ${kept.join(', ')}.`] : []),
    layers === 0
      ? `Aucune couche n’est encore publiée. Ensuite\u00a0: npm run collect -- ${into ? `--territoire ${into}` : `--epci ${territory.siren}`}`
      : `${countOf(layers, 'couche publiée', 'couches publiées')}.`,
    library,
    'Pour voir l’atlas\u00a0: npm start',
  ].join('\n');
}

/** Most candidates that are listed. */
const SHOWN = 20;
