import { watchDisk } from './watch-disk.ts';

/**
 * A child process that publishes deliveries of two layers into a site, one after the other, for ever: `publicDir dataDir
 * round steps`. After `steps` calls that change the disk it kills itself, as pulling the plug would; without them somebody
 * else has to. Says `on` when it begins.
 */
const [publicDir, dataDir, round, steps] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
];
const { createVersion, serveVersions } = await import('./small-versions.ts');

let left = Number(steps);
watchDisk(() => {
  left--;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
process.stdout.write('on\n');
for (let i = 0; ; i++) {
  const state = `${round}.${i}`;
  const keys = Array.from({ length: 1 + (i % 40) }, (_, key) => `k${key}`);
  const versions = ['a', 'b'].map((id) => createVersion(id, state, keys, { title: state }));
  await serveVersions({ publicDir, dataDir }, ...(await Promise.all(versions)));
}
