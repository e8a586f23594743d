/** The files of the app, as the build lists them; the plugin `serviceWorker` gives it. */
declare module 'virtual:shell' {
  export const shell: import('./shell.ts').Shell;
}
