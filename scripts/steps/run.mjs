import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the project. */
export const ROOT = join(import.meta.dirname, '..', '..');

/**
 * Runs a program in the project's root, its output on the terminal (or none when `quiet`), and gives its exit code;
 * -1 when it cannot be started. Arguments are passed as they are, never through a shell, except on Windows where npm
 * is a script.
 */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? 'ignore' : 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });
}

/** Runs the JavaScript file of an installed package with this Node, and gives its exit code. */
export function runPackage(file, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', file), ...args], options);
}

/** Whether this process may install packages by apt. */
export function isDebianRoot() {
  const isRoot = process.getuid?.() === 0;
  return (
    isRoot &&
    existsSync('/etc/os-release') &&
    /debian|ubuntu/i.test(readFileSync('/etc/os-release', 'utf8'))
  );
}
