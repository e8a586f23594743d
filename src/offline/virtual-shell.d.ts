/** The files of the app, as the build lists them; the plugin `serviceWorker` gives it. */
declare module 'virtual:shell' {
  const shell: import('./shell.ts').Shell;
  // biome-ignore lint/style/noDefaultExport: as data of the build are exported.
  export default shell;
}
