import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { createRandom } from '../../random.ts';
import { apportion } from '../../shapes/apportion.ts';

const BURBURE = '62188';
const RICHEBOURG = '62706';

/**
 * The aid of 2024 to the investment of communes, by commune: 90 operations in 74 communes for 4 168 000 €, of which the
 * parts that the documents give. Which communes, beyond those named, and how much each are simulated.
 */
export function buildFondsConcours({ communes }: Ground): DemoLayer {
  const random = createRandom('fonds de concours');
  const aided = chooseAided(communes);
  const more = apportion(
    publishedFigure('ind-051') - aided.length,
    aided.map(({ population }) => (population < 10_000 ? population : 0)),
  );
  const draw = () => Math.exp(0.7 * random.normal());
  const weightOf = ({ population }: GroundCommune) => population ** 0.55 * draw();
  const reading = shareAmong(publishedFigure('ind-056'), aided, 9, draw);
  const works = shareAmong(publishedFigure('ind-057'), aided, 16, draw);
  const shops = aided.map(({ code }) => (code === BURBURE ? 1 : code === RICHEBOURG ? 0.6 : 0));
  const commerce = apportion(publishedFigure('ind-058'), shops);
  const parts =
    publishedFigure('ind-056') + publishedFigure('ind-057') + publishedFigure('ind-058');
  const rest = apportion(publishedFigure('ind-050') - parts, aided.map(weightOf));
  const totals = aided.map((_, i) => reading[i]! + works[i]! + commerce[i]! + rest[i]!);
  const invested = apportion(
    publishedFigure('ind-053'),
    totals.map((total) => total * random.between(0.8, 1.3)),
  );
  const rankOf = new Map(aided.map(({ code }, index) => [code, index]));
  const features = communes.map(({ code, name, population, shape }) => {
    const rank = rankOf.get(code);
    const of = (values: number[]) => (rank === undefined ? 0 : values[rank]!);
    const total = of(totals);
    return {
      geometry: { type: 'MultiPolygon' as const, coordinates: shape },
      properties: {
        comm_insee: code,
        comm_nom: name,
        population,
        operations: rank === undefined ? 0 : 1 + more[rank]!,
        montant_eur: total,
        montant_par_hab: Math.round((100 * total) / population) / 100,
        lecture_eur: of(reading),
        renovation_eur: of(works),
        commerce_eur: of(commerce),
        investissement_eur: of(invested),
      },
    };
  });
  return { id: 'fonds_concours', features };
}

/** As many communes as were aided; those named, then at random, small ones first. */
function chooseAided(communes: GroundCommune[]): GroundCommune[] {
  const random = createRandom('communes aidées');
  const isNamed = ({ code }: GroundCommune) => code === BURBURE || code === RICHEBOURG;
  const ranks = communes.map((commune) => ({
    commune,
    rank: isNamed(commune) ? 0 : random.next() * commune.population ** 0.15,
  }));
  return ranks
    .sort((a, b) => a.rank - b.rank)
    .slice(0, publishedFigure('ind-052'))
    .map(({ commune }) => commune);
}

/** An amount shared among `count` of the communes, evenly spaced in their list; 0 for the others. */
function shareAmong(
  total: number,
  communes: GroundCommune[],
  count: number,
  draw: () => number,
): number[] {
  const step = Math.floor(communes.length / count);
  const isChosen = (index: number) => index % step === 0 && index / step < count;
  return apportion(
    total,
    communes.map((_, index) => (isChosen(index) ? draw() : 0)),
  );
}
