/** What DuckDB says of a statement that it cannot run. */
export interface DuckdbReason {
  /** `Catalog`, `Binder`, `Parser`, `Conversion`… */
  type: string;
  message: string;
  /** Offset in the bytes of the statement, or null. */
  position: number | null;
  /** `MISSING_ENTRY`, `COLUMN_NOT_FOUND`, `NO_MATCHING_FUNCTION`…, or empty. */
  subtype: string;
  /** What it did not find, or empty. */
  name: string;
  /** `Table`, `Scalar Function`…: the kind of what is missing. */
  kind: string;
  /** Names near it that exist, comma-separated. */
  candidates: string;
}

/** An error of DuckDB, its reason as data. */
export class DuckdbError extends Error {
  readonly reason: DuckdbReason;

  constructor(reason: DuckdbReason) {
    super(`${reason.type}: ${reason.message}`);
    this.name = 'DuckdbError';
    this.reason = reason;
  }
}

/** The reason in a message, which is JSON (`errors_as_json`), after a word or two for some, or plain text. */
export function readDuckdbError(text: string): DuckdbReason {
  const start = text.indexOf('{"exception_type"');
  if (start < 0) {
    return {
      type: '',
      message: text,
      position: null,
      subtype: '',
      name: '',
      kind: '',
      candidates: '',
    };
  }
  const data: Record<string, string> = JSON.parse(text.slice(start));
  return {
    type: data.exception_type ?? '',
    message: data.exception_message ?? '',
    position: data.position === undefined ? null : Number(data.position),
    subtype: data.error_subtype ?? '',
    name: data.name ?? '',
    kind: data.type ?? '',
    candidates: data.candidates ?? '',
  };
}
