/** What `watch-form.js` puts on the window of the page. */
declare global {
  interface Window {
    form: {
      /** Milliseconds from the reader's last act to the count that it leads to; throws beyond `limit` milliseconds. */
      untilCounted(limit: number): Promise<number>;
      /** Milliseconds from the act to the engine's answer, and from the answer to the first rows of the table. */
      untilRows(limit: number): Promise<{ answerMs: number; rowsMs: number }>;
    };
  }
}

export {};
