/// <reference types="vite/client" />

/** Address of DuckDB's WebAssembly module, gzipped; the plugin `gzippedFiles` gives it. */
declare module 'virtual:duckdb-wasm' {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: as assets are exported by Vite.
  export default url;
}

/** Address of GDAL's WebAssembly module, gzipped; the plugin `gzippedFiles` gives it. */
declare module 'virtual:gdal-wasm' {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: as assets are exported by Vite.
  export default url;
}

/** Address of the tables of GDAL and PROJ, gzipped; the plugin `gzippedFiles` gives it. */
declare module 'virtual:gdal-data' {
  const url: string;
  // biome-ignore lint/style/noDefaultExport: as assets are exported by Vite.
  export default url;
}

/** DuckDB's bindings that run in the thread of their caller: an alias of a file that its package does not export. */
declare module 'duckdb-blocking' {
  type Bindings = typeof import('../node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking');
  export const createDuckDB: Bindings['createDuckDB'];
  export const VoidLogger: Bindings['VoidLogger'];
  export const BROWSER_RUNTIME: Bindings['BROWSER_RUNTIME'];
}
