/**
 * Runs in a page before its own scripts: keeps what WebGL drew readable, and tells when and how it changes, the same way
 * for every map. Times are milliseconds since navigation.
 */
(() => {
  const { getContext } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    return getContext.call(this, kind, { ...options, preserveDrawingBuffer: true });
  };

  /** Every 8th pixel of every 8th row of the map, as one number each; null before there is a map. */
  function points() {
    const canvas = document.querySelector('.maplibregl-canvas');
    const gl = canvas?.getContext('webgl2');
    if (!gl) return null;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    const pixels = new Uint8Array(4 * width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    const seen = [];
    for (let y = 4; y < height; y += 8) {
      for (let x = 4; x < width; x += 8) {
        const i = 4 * (y * width + x);
        seen.push((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
      }
    }
    return seen;
  }

  const far = (a, b) =>
    Math.max(
      Math.abs((a >> 16) - (b >> 16)),
      Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
      Math.abs((a & 255) - (b & 255)),
    ) > 10;

  /** Share of the points of two pictures that differ. */
  function difference(a, b) {
    if (!a || a.length !== b.length) return 1;
    return a.filter((point, i) => far(point, b[i])).length / b.length;
  }

  /** Waits until there is a map and nothing has changed on it for so long. */
  async function untilQuiet(quiet) {
    let last = null;
    let changed = performance.now();
    while (!last || performance.now() - changed < quiet) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const seen = points();
      if (last && difference(last, seen) < 0.0005) continue;
      last = seen;
      changed = performance.now();
    }
  }

  let before = null;
  let start = 0;

  /** From here `untilDrawn` counts. */
  function begin() {
    before = points();
    start = performance.now();
  }

  /** Waits until a share of the map differs from when it began; gives the time since then. */
  async function untilDrawn(share, limit) {
    while (difference(before, points()) < share) {
      if (performance.now() - start > limit) throw new Error(`nothing was drawn in ${limit} ms`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - start;
  }

  /** Milliseconds from each message to a worker to its answer, with the name of the message. */
  const messages = [];
  const { postMessage } = Worker.prototype;
  const heard = new WeakSet();
  const open = new Map();
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.name && typeof message.id === 'number') {
      open.set(message.id, { name: message.name, at: performance.now() });
      if (!heard.has(this)) {
        heard.add(this);
        this.addEventListener('message', ({ data }) => {
          const asked = data?.kind === 'done' && open.get(data.id);
          if (asked) messages.push({ name: asked.name, ms: performance.now() - asked.at });
        });
      }
    }
    return postMessage.call(this, message, ...rest);
  };

  window.watched = { begin, untilQuiet, untilDrawn, messages };
})();
