import type { Value } from '../../domain/feature.ts';
import type { Issue } from '../issue.ts';
import { SEVERITY_NAMES } from '../strings/severity-names.ts';

/** Names of the columns of a report, in French, for those who open it in a spreadsheet or in QGIS. */
export const REPORT_COLUMNS = [
  'gravite',
  'regle',
  'couche',
  'ligne',
  'cle',
  'champ',
  'message',
  'reparation',
];

/** An issue as the values of `REPORT_COLUMNS`; rows are counted from one. */
export function reportRow(issue: Issue): Value[] {
  return [
    SEVERITY_NAMES[issue.severity],
    issue.rule,
    issue.layer,
    issue.row === null ? null : issue.row + 1,
    issue.key,
    issue.field ?? null,
    issue.message,
    issue.repair,
  ];
}
