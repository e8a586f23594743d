import { parseParcelNumber } from '../../domain/parcel-number.ts';
import { NO_BREAK_SPACE } from './format.ts';

/** What the search list says beside its places. */
export const recherche = {
  addresses: 'Adresses (service de l’IGN, en ligne)',
  online: 'Chercher aussi les adresses (service de l’IGN, en ligne)',
  onlineHelp:
    'Ce que vous tapez est alors envoyé à data.geopf.fr. Sans cela, les rues et les communes sont cherchées ici, sans réseau.',
  failed:
    'Le service d’adresses de l’IGN ne répond pas : seuls les lieux et les rues de la carte sont donnés.',
  asking: 'Adresses en cours de recherche…',
  near: 'Ce numéro n’est pas dans la section : les plus proches',
  local: 'Rue trouvée dans les données de la carte ; elles n’ont pas les numéros des maisons.',
};

/** Why a parcel that was asked for is not found, and what to write; null for what names no parcel. */
export function parcelProblem(text: string): string | null {
  const query = parseParcelNumber(text);
  if (!query) {
    return /^\s*(section\s+)?0?[a-z]{1,2}\s*$/i.test(text)
      ? 'Pour une parcelle, ajoutez le numéro et la commune : AB 123, puis son nom.'
      : null;
  }
  if (query.kind === 'id') {
    return `Aucune parcelle ${query.id}, ni de sa section, dans le territoire. Ses cinq premiers chiffres sont le code INSEE de la commune${NO_BREAK_SPACE}: vérifiez-le.`;
  }
  const name = `${query.section.replace(/^0/, '')} ${Number(query.number)}`;
  return query.commune === ''
    ? `Parcelle ${name} : ajoutez la commune, par exemple « ${name} », puis son nom.`
    : `Aucune section ${query.section.replace(/^0/, '')} ne porte la parcelle ${name} à « ${query.commune} » : vérifiez la commune, puis la section.`;
}

/** Whether a text begins with the number of a house. */
export const hasHouseNumber = (text: string): boolean => /^\s*\d+\s*(bis|ter)?[ ,]+\D/i.test(text);
