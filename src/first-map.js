/*
 * Runs before the first paint, apart from the program: the catalogue is asked for at once, and a page without a link shows the picture
 * of its map until the map is there. `window.first` hands over to `main.tsx` what was begun.
 */
(() => {
  const catalogue = fetch('catalogue.json', { cache: 'no-cache' }).then((response) => {
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return response.json();
  });
  // `main.tsx` tells of a failure, once it is there.
  catalogue.catch(() => {});
  window.first = { catalogue, picture: null };

  const isBare = location.hash.length <= 2 && !new URLSearchParams(location.search).has('embed');
  const isPack = location.pathname.includes('/hors-ligne/');
  if (isBare && !isPack && navigator.onLine && !hasOwnBasemap()) showPicture();

  /** Whether maps open on another basemap here than the picture shows. */
  function hasOwnBasemap() {
    try {
      return localStorage.getItem('arpent.fond') !== null;
    } catch {
      return false;
    }
  }

  /** Shows the picture where the map will be: in an empty frame of the page, which the program replaces by its own. */
  function showPicture() {
    const picture = create('first-map');
    picture.setAttribute('aria-hidden', 'true');
    const image = new Image();
    image.alt = '';
    image.onload = () => image.naturalWidth <= 1 && picture.remove();
    image.onerror = () => picture.remove();
    image.src = 'premiere-carte.svg';
    picture.append(image);
    window.first.picture = picture;
    document.addEventListener('readystatechange', () => frame(picture), { once: true });
  }

  function frame(picture) {
    const root = document.getElementById('root');
    if (!root || root.hasChildNodes()) return;
    const map = create('map', picture);
    const rail = create('rail', create('rail-item'));
    root.append(create('app', create('top-bar'), rail, create('panel'), create('stage', map)));
  }

  function create(className, ...children) {
    const element = document.createElement('div');
    element.className = className;
    element.append(...children);
    return element;
  }
})();
