/* Runs before the first paint, apart from the program: a page of the colours that the reader chose never flashes in the others. */
try {
  const kept = localStorage.getItem('arpent.apparence');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.appearance = kept;
} catch {
  document.documentElement.dataset.appearance = 'system';
}
