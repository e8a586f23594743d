import type { Host } from './answers.ts';
import { feature, lineThrough } from './features.ts';
import { answerWfs, readWfsQuery } from './wfs.ts';

/** services.sandre.eaufrance.fr, BD TOPAGE by WFS (standards §7.8); the edition is part of the type's name. */
export const sandre: Host = (asked, { communes }) => {
  if (!/^\/geo\/(sandre|topage\d{4})$/.test(asked.url.pathname)) return null;
  if (/request=getcapabilities/i.test(asked.url.search)) return capabilities();
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

function capabilities() {
  const names = ['2024', '2025'].map((edition) => {
    return `<FeatureType><Name>sa:CoursEau_FXX_Topage${edition}</Name></FeatureType>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0" version="2.0.0"><FeatureTypeList>${names.join('')}</FeatureTypeList></wfs:WFS_Capabilities>`;
  return { headers: { 'Content-Type': 'text/xml; charset=UTF-8' }, body };
}
