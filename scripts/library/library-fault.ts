/** What can be wrong in a file of the library. */
export type FaultKind =
  | 'shape'
  | 'unknown-key'
  | 'unknown-value'
  | 'duplicate'
  | 'document'
  | 'theme'
  | 'layer'
  | 'field'
  | 'code'
  | 'commune'
  | 'indicator'
  | 'contradiction'
  | 'figure'
  | 'question'
  | 'question-invalid'
  | 'sql'
  | 'parameter-undeclared'
  | 'parameter-unused'
  | 'column'
  | 'placeholder'
  | 'braces'
  | 'nothing';

/** One mistake in a file of the library: where it stands, and the valid name that is nearest to the one that is not. */
export interface LibraryFault {
  /** Path from the data folder: `questions/15-retention.json`. */
  file: string;
  /** JSON path in the file: `ask.question.where.layer`. */
  path: string;
  kind: FaultKind;
  /** The name or value that will not do. */
  value?: string;
  nearest?: string | null;
  /** More of it, in French. */
  detail?: string;
}
