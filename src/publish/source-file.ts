/** One file of what is to be published: `path` has `/` between its parts and never leaves its root. */
export interface SourceFile {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Day of its last change, `YYYY-MM-DD`, where the disk or the browser tells it. */
  modified?: string;
}
