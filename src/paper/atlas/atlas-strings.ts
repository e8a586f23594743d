const NUMBER = new Intl.NumberFormat('fr-FR');

/** The French words of the atlas of the communes. */
export const atlasStrings = {
  title: 'Atlas des communes',
  index: 'Index des communes',
  about: (communes: number, scale: number) =>
    `${communes} communes, toutes à l’échelle 1:${NUMBER.format(scale)} et sous la même légende.`,
  made: (day: string) => `édité le ${day} avec Arpent`,
};
