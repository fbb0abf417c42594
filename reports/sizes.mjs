/**
 * Compares the sizes in the README with the measured ones: fails where they differ, or writes them (--write).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const block = /(?<=<!-- sizes -->\n)[^]*?(?=<!-- \/sizes -->)/;

/** @type {{ name: string, size: number }[]} */
const sizes = JSON.parse(
	spawnSync('npx size-limit --json', { shell: true, encoding: 'utf8' }).stdout
);

const lines = sizes.map(({ name, size }) => `- ${name}: ${size.toLocaleString('en')} bytes\n`);
const wanted = `\n${lines.join('')}\n`;
const readme = readFileSync('README.md', 'utf8');
const [quoted] = block.exec(readme) ?? [];

if (quoted === undefined) {
	console.error('README.md has no <!-- sizes --> … <!-- /sizes --> to hold the sizes.');
	process.exitCode = 1;
} else if (process.argv.includes('--write')) {
	writeFileSync(
		'README.md',
		readme.replace(block, () => wanted)
	);
} else if (quoted !== wanted) {
	console.error(`README.md quotes other sizes than these; npm run sync writes them.\n${wanted}`);
	process.exitCode = 1;
}
