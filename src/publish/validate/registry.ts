import type { Rule } from './rule.ts';
import { attributesBlank } from './rules/attributes-blank.ts';
import { attributesFormula } from './rules/attributes-formula.ts';
import { attributesMarkup } from './rules/attributes-markup.ts';
import { attributesMojibake } from './rules/attributes-mojibake.ts';
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
import { geometryUnsound } from './rules/geometry-unsound.ts';
import { keysEmpty } from './rules/keys-empty.ts';
import { keysFile } from './rules/keys-file.ts';
import { keysFilesAbsent } from './rules/keys-files-absent.ts';
import { keysInsee } from './rules/keys-insee.ts';
import { keysReference } from './rules/keys-reference.ts';
import { keysRepeated } from './rules/keys-repeated.ts';
import { privacyContactColumn } from './rules/privacy-contact-column.ts';
import { privacyPersonalColumn } from './rules/privacy-personal-column.ts';
import { privacyUndisclosedColumn } from './rules/privacy-undisclosed-column.ts';
import { schemaCode } from './rules/schema-code.ts';
import { schemaColumnAdvised } from './rules/schema-column-advised.ts';
import { schemaColumnMissing } from './rules/schema-column-missing.ts';
import { schemaColumnUnknown } from './rules/schema-column-unknown.ts';
import { schemaEmpty } from './rules/schema-empty.ts';
import { schemaForm } from './rules/schema-form.ts';
import { schemaGeometry } from './rules/schema-geometry.ts';
import { schemaLength } from './rules/schema-length.ts';
import { schemaOldVersion } from './rules/schema-old-version.ts';
import { schemaRange } from './rules/schema-range.ts';
import { schemaType } from './rules/schema-type.ts';
import { volumeCapped } from './rules/volume-capped.ts';
import { volumeDropped } from './rules/volume-dropped.ts';
import { volumeEmpty } from './rules/volume-empty.ts';

/** Every rule, in the order in which its issues are listed. A rule is one file in `rules/` and one line here. */
export const RULES: readonly Rule[] = [
  geometryElsewhere,
  volumeEmpty,
  volumeDropped,
  volumeCapped,
  privacyPersonalColumn,
  privacyUndisclosedColumn,
  privacyContactColumn,
  geometryInvalid,
  geometryUnsound,
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
  schemaGeometry,
  schemaColumnMissing,
  schemaColumnAdvised,
  schemaColumnUnknown,
  schemaOldVersion,
  schemaEmpty,
  schemaType,
  schemaCode,
  schemaForm,
  schemaRange,
  schemaLength,
  keysRepeated,
  keysEmpty,
  keysReference,
  keysInsee,
  keysFile,
  keysFilesAbsent,
  attributesMojibake,
  attributesMarkup,
  attributesFormula,
  attributesBlank,
];
