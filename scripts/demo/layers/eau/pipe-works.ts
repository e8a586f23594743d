import { lineLength } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { sliceLine } from '../../shapes/polyline.ts';
import { WATER_FACTS } from './eau-facts.ts';
import type { Pipe } from './pipes.ts';

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
 * published, where the documents speak of red water first), and the regeneration planned in the communes that they name.
 * A pipe that is worked on in part is cut in two.
 */
export function planWorks(pipes: Pipe[]): WorkedPipe[] {
  const plans: Plan[] = [
    { kind: 'renouvelé', year: 2024, left: publishedFigure('ind-095'), communes: RENEWED },
    { kind: 'réhabilité', year: 2024, left: publishedFigure('ind-096'), communes: REHABILITATED },
    ...WATER_FACTS.redWater.flatMap(({ commune, year }): Plan[] =>
      year === null
        ? []
        : [{ kind: 'régénération prévue', year, left: PLANNED_M, communes: [commune] }],
    ),
  ];
  return pipes.flatMap((pipe): WorkedPipe[] => {
    const { commune, rank } = pipe.street;
    const plan = plans.find(({ communes, left }) => left > 0 && communes.includes(commune.code));
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
}

interface Plan extends PipeWork {
  left: number;
  communes: string[];
}

/** Communes of the simulated works of 2024; those of the rehabilitation are the ones with red water. */
const RENEWED = ['62119', '62516', '62083', '62217'];
const REHABILITATED = ['62194', '62376', '62276', '62132'];
/** Metres of mains to regenerate in each commune named: simulated. */
const PLANNED_M = 2600;
/** Streets nearer to the centre than this, in parts of the commune's size, were done before. */
const MIDDLE_RANK = 0.08;
