/**
 * A mark that tells a busy worker of a cancel: the address of an empty blob, which is revoked. While DuckDB computes, no
 * message is heard, and shared memory would need headers that a plain web host does not send; an address can be tried.
 */
export interface CancelMark {
  url: string;
  /** Says that the work is cancelled, or over. */
  remove(): void;
}

/** A new mark, to be removed in any case. */
export function createCancelMark(): CancelMark {
  const url = URL.createObjectURL(new Blob(['-']));
  return { url, remove: () => URL.revokeObjectURL(url) };
}

/** Whether a mark was removed. Answers at once, in a browser's worker only; costs about a millisecond. */
export function isMarkRemoved(url: string): boolean {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  try {
    request.send();
    return request.status !== 200;
  } catch {
    // A network error is how a browser says that a blob is not there any longer.
    return true;
  }
}
