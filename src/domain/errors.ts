/** Every way the product can fail that a reader is told about; `ui/strings/fr.ts` has a sentence for each. */
export const ERROR_CODES = [
  'catalogue-missing',
  'catalogue-invalid',
  'catalogue-version',
  'restricted-missing',
  'library-missing',
  'library-invalid',
  'history-invalid',
  'site-unwritable',
  'layer-unknown',
  'layer-missing',
  'layer-truncated',
  'layer-invalid',
  'version-pruned',
  'field-unknown',
  'feature-unknown',
  'question-invalid',
  'question-untranslatable',
  'network-missing',
  'basemap-unreachable',
  'link-invalid',
  'address-service',
  'message-invalid',
  'question-file-invalid',
  'seance-missing',
  'seance-invalid',
  'storage-refused',
  'storage-full',
  'offline-full',
  'offline-missing',
  'geometry-invalid',
  'geometry-failed',
  'crs-mismatch',
  'crs-unknown',
  'format-unknown',
  'source-unreadable',
  'source-failed',
  'territory-unknown',
  'sql-failed',
  'sql-invalid',
  'engine-failed',
  'engine-spared',
  'memory-exhausted',
  'webgl-missing',
  'wasm-missing',
  'answer-gone',
  'part-missing',
  'too-large',
] as const;

/** A code of `ERROR_CODES`. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The evidence of an error: what was seen, what was wanted, where. Plain data, so that it crosses the worker. */
export type ErrorContext = Record<string, string | number | boolean | null>;

/** An `AppError` as plain data, to cross a thread or be kept in the state. */
export interface ErrorData {
  code: ErrorCode;
  message: string;
  context: ErrorContext;
}

/**
 * The one error class of the product. `message` is English, for the log, with the value seen and the value wanted;
 * the reader's sentence is found by `code`.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly context: ErrorContext;

  constructor(code: ErrorCode, message: string, context: ErrorContext = {}, cause?: unknown) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.context = context;
  }
}

/**
 * Any thrown value as plain data; what is not an `AppError` becomes `engine-failed` with its message, or `part-missing` where
 * code of the app could not be fetched.
 */
export function errorToData(error: unknown): ErrorData {
  if (error instanceof AppError) {
    return { code: error.code, message: error.message, context: error.context };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: NOT_FETCHED.test(message) ? 'part-missing' : 'engine-failed',
    message,
    context: {},
  };
}

/** How Chromium, Firefox, Safari and Vite's loader say that a module or its style sheet could not be fetched. */
const NOT_FETCHED =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS/;

/** The `AppError` that `errorToData` described. */
export function dataToError(data: ErrorData): AppError {
  return new AppError(data.code, data.message, data.context);
}

/** Whether a thrown value only says that somebody cancelled: never shown, never logged. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
