/** The module that Emscripten made of GDAL, which gdal3.js ships without types. */
declare module 'gdal3.js/build/package/gdal3WebAssembly.js' {
  const start: (options: object) => Promise<import('./gdal-module.ts').EmscriptenModule>;
  // biome-ignore lint/style/noDefaultExport: as the package does.
  export default start;
}
