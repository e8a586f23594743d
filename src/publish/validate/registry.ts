import type { Rule } from './rule.ts';
import { geometryBeyondTerritory } from './rules/geometry-beyond-territory.ts';
import { geometryComplexity } from './rules/geometry-complexity.ts';
import { geometryDuplicate } from './rules/geometry-duplicate.ts';
import { geometryElsewhere } from './rules/geometry-elsewhere.ts';
import { geometryEmpty } from './rules/geometry-empty.ts';
import { geometryInvalid } from './rules/geometry-invalid.ts';
import { geometryOutsideTerritory } from './rules/geometry-outside-territory.ts';
import { geometryPartitionGap } from './rules/geometry-partition-gap.ts';
import { geometryPartitionOverlap } from './rules/geometry-partition-overlap.ts';
import { geometryRepeatedFeature } from './rules/geometry-repeated-feature.ts';
import { geometryRepeatedPoints } from './rules/geometry-repeated-points.ts';
import { geometrySelfCrossing } from './rules/geometry-self-crossing.ts';
import { geometrySliver } from './rules/geometry-sliver.ts';
import { geometryTiny } from './rules/geometry-tiny.ts';

/** Every rule, in the order in which its issues are listed. A rule is one file in `rules/` and one line here. */
export const RULES: readonly Rule[] = [
  geometryElsewhere,
  geometryInvalid,
  geometryEmpty,
  geometryOutsideTerritory,
  geometryBeyondTerritory,
  geometryRepeatedFeature,
  geometryDuplicate,
  geometryPartitionOverlap,
  geometryPartitionGap,
  geometrySliver,
  geometryTiny,
  geometrySelfCrossing,
  geometryRepeatedPoints,
  geometryComplexity,
];
