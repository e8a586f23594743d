/**
 * Runs in a page before its own scripts: notes when a key was pressed, when the map was drawn since, and when the graphics process was
 * done with each of these frames. Times are milliseconds since navigation.
 */
(() => {
  const watched = { key: 0, frames: [] };
  window.seanceWatched = watched;
  const { clear } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.clear = function (mask) {
    if (mask & this.COLOR_BUFFER_BIT && this.canvas.matches?.('.maplibregl-canvas')) note(this);
    return clear.call(this, mask);
  };
  addEventListener('keydown', ({ timeStamp }) => begin(timeStamp), { capture: true });

  function begin(time) {
    watched.key = time;
    watched.frames = [];
  }

  function note(gl) {
    const frame = { begun: performance.now(), done: null };
    watched.frames.push(frame);
    setTimeout(() => {
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
      const look = () => {
        if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) setTimeout(look, 2);
        else frame.done = performance.now();
      };
      look();
    });
  }
})();
