/** MapLibre ships this build without types: they are those of its main one. */
declare module 'maplibre-gl/dist/maplibre-gl-csp.js' {
  const maplibregl: typeof import('maplibre-gl');
  // biome-ignore lint/style/noDefaultExport: the build is a UMD file, whose exports are its default.
  export default maplibregl;
}
