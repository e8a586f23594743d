import type { Host } from './answers.ts';
import { feature, lineThrough } from './features.ts';
import { answerWfs, readWfsQuery } from './wfs.ts';

/** services.sandre.eaufrance.fr, BD TOPAGE by WFS (standards §7.8); the edition is part of the type's name. */
export const sandre: Host = (asked, { communes }) => {
  if (!/^\/geo\/(sandre|topage\d{4})$/.test(asked.url.pathname)) return null;
  const query = readWfsQuery(asked);
  if (!/^(sa:)?CoursEau_FXX(_Topage\d{4})?$/.test(query.typeNames)) return null;
  const rivers = ['la Lawe', 'la Clarence', 'la Loisne', 'la Lys'].map((name, index) => {
    const some = communes.filter((_, at) => at % 30 === index);
    return feature(
      { type: 'MultiLineString', coordinates: [lineThrough(some).coordinates] },
      {
        gid: index + 1,
        CdOH: `E36-012${index}`,
        TopoOH: name,
        StatutOH: 'Validé',
        NatureOH: 'Cours d’eau naturel',
        DateCreaOH: '2019-09-09',
        DateMajOH: '2025-02-14',
      },
      `CoursEau.${index + 1}`,
    );
  });
  return answerWfs(query, rivers);
};
