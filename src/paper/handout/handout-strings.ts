/** The French words of the hand-out of a session. */
export const handoutStrings = {
  point: (number: string) => `Point ${number}`,
  rapporteur: (who: string) => `Rapporteur : ${who}`,
  decision: 'Décision',
  amount: 'Montant',
  funding: 'Financement',
  answer: 'Réponse à la question de la carte',
  source: (source: string) => `Source : ${source}`,
  session: (assembly: string, date: string | null) =>
    [assembly, date === null ? 'date à fixer' : day(date)].filter(Boolean).join(', '),
  euros: (eur: number) => `${number(eur)}\u00a0€`,
  figure: (value: number, unit: string) => (unit ? `${number(value)}\u00a0${unit}` : number(value)),
  share: (who: string, eur: number, whole: number) =>
    whole > 0
      ? `${who} : ${number(eur)}\u00a0€ (${number(Math.round((eur / whole) * 100))}\u00a0%)`
      : `${who} : ${number(eur)}\u00a0€`,
  base: (titles: string[]) => `Fond de plan : ${titles.join(', ').toLocaleLowerCase('fr')}.`,
  made: (iso: string) => `Édité le ${day(iso)} avec Arpent`,
};

function number(value: number): string {
  return value.toLocaleString('fr-FR', { maximumFractionDigits: 2 });
}

/** `1er janvier 2026`. */
function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  const words = date.toLocaleDateString('fr-FR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return words.replace(/^1 /, '1er ');
}
