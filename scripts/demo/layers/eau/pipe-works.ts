import { oncePerGround } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { apportion } from '../../shapes/apportion.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { WATER_FACTS } from './eau-facts.ts';
import { layPipes, type Pipe } from './pipes.ts';

/** What was done on a pipe, or will be, and when. */
export interface PipeWork {
  kind: 'renouvelé' | 'réhabilité' | 'régénération prévue';
  year: number;
}

/** A pipe with the works on it, if any. */
export interface WorkedPipe extends Pipe {
  work: PipeWork | null;
}

/**
 * The pipes with the works of 2024 on drinking water laid on them (metres renewed and metres rehabilitated as
 * published), and the regeneration planned in the communes that they name.
 * A pipe that is worked on in part is cut in two.
 */
export const workedPipes = oncePerGround((ground: Ground): WorkedPipe[] => {
  const plans: Plan[] = [
    ...shared('renouvelé', publishedFigure('ind-095'), RENEWED),
    ...shared('réhabilité', publishedFigure('ind-096'), REHABILITATED),
    ...WATER_FACTS.redWater.flatMap(({ commune, year }): Plan[] =>
      year === null ? [] : [{ kind: 'régénération prévue', year, left: PLANNED_M, commune }],
    ),
  ];
  return layPipes(ground).flatMap((pipe): WorkedPipe[] => {
    const { commune, rank } = pipe.street;
    const plan = plans.find(
      (candidate) => candidate.left > 0 && candidate.commune === commune.code,
    );
    if (!plan || pipe.kind !== 'eau potable' || rank < MIDDLE_RANK)
      return [{ ...pipe, work: null }];
    const work = { kind: plan.kind, year: plan.year };
    const metres = lineLength(pipe.line);
    const done = Math.min(metres, plan.left);
    plan.left -= done;
    if (done === metres) return [{ ...pipe, work }];
    return [
      { ...pipe, line: sliceLine(pipe.line, 0, done), work },
      { ...pipe, line: sliceLine(pipe.line, done, metres), work: null },
    ];
  });
});

interface Plan extends PipeWork {
  left: number;
  /** INSEE code. */
  commune: string;
}

/** The works of 2024 of one kind, `metres` in all, shared among communes. */
function shared(kind: PipeWork['kind'], metres: number, communes: string[]): Plan[] {
  const shares = apportion(
    metres,
    communes.map((_, i) => communes.length + i),
  );
  return communes.map((commune, i) => ({ kind, year: 2024, left: shares[i]!, commune }));
}

/** Communes of the simulated works of 2024; those of the rehabilitation are the ones with red water. */
const RENEWED = ['62119', '62516', '62083', '62217'];
const REHABILITATED = ['62194', '62376', '62276', '62132'];
/** Metres of mains to regenerate in each commune named: simulated. */
const PLANNED_M = 2600;
/** Streets nearer to the centre than this, in parts of the commune's size, were done before. */
const MIDDLE_RANK = 0.08;
