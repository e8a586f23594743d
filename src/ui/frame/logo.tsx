/** The mark of Arpent: the compass that surveyors stepped over the fields, which is an A; its bar is the length measured. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 512 512" width="28" height="28" aria-hidden="true">
      <rect width="512" height="512" rx="96" className="logo-ground" />
      <path d="M124 404 256 132 388 404" className="logo-leg" />
      <path d="M180 300H332" className="logo-bar" />
      <circle cx="256" cy="112" r="32" className="logo-pivot" />
    </svg>
  );
}
