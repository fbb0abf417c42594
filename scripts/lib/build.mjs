import { isUpToDate } from './files.mjs';
import { run } from './run.mjs';

/** Builds `dist` where it is older than what it is made of. */
export const buildPackage = async () => {
	const outputs = ['dist/softpost.min.js', 'dist/types/index.d.ts'];
	const inputs = [
		'src',
		'package-lock.json',
		'package.json',
		'rollup.config.mjs',
		'tsconfig.build.json'
	];
	if (isUpToDate(outputs, inputs)) return;
	console.log('Building the package (npm run build).');
	await run('npm', ['run', '--silent', 'build']);
};

/** Builds the demo's two halves where they are older than the demo or the built package. */
export const buildDemo = async () => {
	const outputs = ['demo/build/client', 'demo/build/server/main.js'];
	const inputs = ['demo/src', 'demo/vite.config.ts', 'dist'];
	if (isUpToDate(outputs, inputs)) return;
	console.log('Building the demo (npm run build:demo).');
	for (const half of [[], ['--ssr']]) {
		await run('vite', ['build', 'demo', '--logLevel', 'warn', ...half]);
	}
};
