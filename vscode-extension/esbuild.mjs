// Bundles the extension into one file, the tests into one each, and the end-to-end test.
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';

const flags = process.argv.slice(2);
const common = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', logLevel: 'warning' };

rmSync('dist', { recursive: true, force: true });
if (flags.includes('--test')) {
  const tests = readdirSync('src/test').filter(name => name.endsWith('.test.ts'));
  await build({ ...common, entryPoints: tests.map(name => `src/test/${name}`), outdir: 'dist/test', sourcemap: 'inline' });
} else if (flags.includes('--e2e')) {
  await build({ ...common, entryPoints: ['e2e/editor.ts'], outdir: 'dist/e2e', external: ['playwright-core'] });
} else {
  const production = flags.includes('--production');
  await build({
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    minify: production,
    sourcemap: !production,
  });
}
