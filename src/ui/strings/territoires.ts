/** Words of the way to the other territories of a site. */
export const territoires = { others: 'Autres territoires' };
