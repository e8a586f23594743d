/*
 * Runs before the first paint, apart from the program: a page of the colours that the reader chose never flashes in the others.
 */
(() => {
  let appearance = null;
  try {
    appearance = localStorage.getItem('arpent.apparence');
  } catch {
    // Storage refused: nothing was kept in it.
  }
  if (appearance === 'light' || appearance === 'dark') {
    document.documentElement.dataset.appearance = appearance;
  }
})();
