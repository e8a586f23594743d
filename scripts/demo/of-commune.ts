/** "de Béthune", "d’Auchel": a French place name after "de"; an initial H is mute in this territory. */
export function ofCommune(name: string): string {
  return /^[AEIOUYÉÈH]/.test(name) ? `d’${name}` : `de ${name}`;
}
