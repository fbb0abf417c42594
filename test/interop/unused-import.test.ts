import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	name: string;
	exports: Record<string, unknown>;
};
const entries = Object.keys(exports)
	.filter((key) => !key.endsWith('.json'))
	.map((key) => key.replace('.', name));

it.each(entries)("import '%s' without a use leaves nothing in a bundle", async (entry) => {
	const { outputFiles } = await build({
		stdin: { contents: `import '${entry}';`, resolveDir: '.' },
		bundle: true,
		format: 'esm',
		platform: 'node',
		conditions: ['browser'],
		// An app brings these; what it has none of cannot be resolved here.
		external: ['svelte', '*.svelte', '$app/*', '@sveltejs/kit', 'vite'],
		minify: true,
		write: false,
		logLevel: 'silent'
	});
	expect(outputFiles[0]!.text.trim()).toBe('');
});
