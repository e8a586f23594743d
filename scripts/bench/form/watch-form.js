/**
 * Runs in a page before its own scripts: keeps when the reader last acted, when the live count of the form came to rest, and when the
 * engine's last answer came. Times are milliseconds since navigation. An address with `?sans-carte` has no WebGL, hence no map.
 */
(() => {
  if (location.search === '?sans-carte') {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (kind, options) {
      return kind === 'webgl2' ? null : getContext.call(this, kind, options);
    };
  }

  let acted = 0;
  let rested = 0;
  let answered = 0;
  for (const type of ['input', 'pointerdown']) {
    addEventListener(type, () => (acted = performance.now()), true);
  }
  const count = () => document.querySelector('.preview-count')?.dataset.counting;
  new MutationObserver(() => {
    if (count() === 'true') rested = 0;
    else if (rested === 0) rested = performance.now();
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-counting'],
  });

  const { postMessage } = Worker.prototype;
  const asked = new Set();
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.name === 'ask') {
      asked.add(message.id);
      this.addEventListener('message', ({ data }) => {
        if (data?.kind === 'done' && asked.delete(data.id)) answered = performance.now();
      });
    }
    return postMessage.call(this, message, ...rest);
  };

  async function until(test, limit) {
    const start = performance.now();
    while (!test()) {
      if (performance.now() - start > limit) throw new Error(`not within ${limit} ms`);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** Milliseconds from the reader's last act to the count that it leads to. */
  async function untilCounted(limit) {
    await until(() => rested > acted, limit);
    return rested - acted;
  }

  /** Milliseconds from the engine's answer to the frame in which the table has its first rows; before it, from the act to the answer. */
  async function untilRows(limit) {
    const from = acted;
    const isRead = () => answered > from && document.querySelector('.table-lead button:enabled');
    await until(isRead, limit);
    return { answerMs: answered - from, rowsMs: performance.now() - answered };
  }

  window.form = { untilCounted, untilRows };
})();
