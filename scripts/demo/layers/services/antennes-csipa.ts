import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { describeSource, readProjects } from '../../facts.ts';
import type { Ground } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { findCommune } from '../../shapes/commune.ts';
import { nearestStreet } from '../../shapes/nearest-street.ts';
import { streetPlaces } from '../../shapes/places.ts';
import { CSIPA_DOCTORS } from './equipements.ts';

/**
 * The four named antennas of the intercommunal health centre. The patients of 2024 are shared by months open that year;
 * the physicians of June 2024 are those of its two first antennas.
 */
export function buildAntennesCsipa(ground: Ground): DemoLayer {
  const antennas = readProjects().projects.filter(({ id }) => id.startsWith('san-csipa-'));
  const opened = antennas.map(({ date }) => date);
  const patients = apportion(publishedFigure('ind-334'), opened.map(monthsOpen));
  const doctors = apportion(
    CSIPA_DOCTORS,
    opened.map((date) => (date.startsWith('2024-06') ? 1 : 0)),
  );
  const features = antennas.map(({ title, communes, date, sources }, index): DemoFeature => {
    const commune = findCommune(ground, Object.keys(communes)[0]!);
    const [place] = streetPlaces(ground, commune, 1, 'csipa', { central: 0.9, asideM: 11 });
    return {
      geometry: { type: 'Point', coordinates: place! },
      properties: {
        id: `CSIPA-${index + 1}`,
        nom: title,
        comm_insee: commune.code,
        comm_nom: commune.name,
        adresse: nearestStreet(ground, place!),
        ouverture: date,
        medecins: doctors[index]!,
        patients_2024: patients[index]!,
        source: describeSource(sources[1] ?? sources[0]!),
      },
    };
  });
  return { id: 'antennes_csipa', features };
}

/** Months of 2024 that an antenna opened on `date` (`2024-06`…) was open. */
function monthsOpen(date: string): number {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return year > 2024 ? 0 : 13 - month;
}
