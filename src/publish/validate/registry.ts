import type { Rule } from './rule.ts';
import { geometryEmpty } from './rules/geometry-empty.ts';

/** Every rule, in the order in which its issues are listed. A rule is one file in `rules/` and one line here. */
export const RULES: readonly Rule[] = [geometryEmpty];
