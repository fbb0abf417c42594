/** Fails where importing an entry without using it leaves something in a bundle. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @param {string} entry */
const unusedImport = async (entry) => {
	const { outputFiles } = await build({
		stdin: { contents: `import '${entry}';`, resolveDir: '.' },
		bundle: true,
		format: 'esm',
		platform: 'node',
		conditions: ['browser'],
		external: ['svelte', '*.svelte'],
		minify: true,
		write: false,
		logLevel: 'silent'
	});
	return outputFiles[0].text.trim();
};

const entries = Object.keys(exports).filter((key) => !key.endsWith('.json'));
for (const entry of entries.map((key) => key.replace('.', name))) {
	const left = await unusedImport(entry);
	if (!left) continue;
	console.error(`import '${entry}' leaves ${left.length} bytes in a bundle: ${left.slice(0, 200)}`);
	process.exitCode = 1;
}
