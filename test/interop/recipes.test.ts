import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Example {
	recipe: string;
	/** The file that a comment before the code names. */
	file: string;
	code: string;
}

/** A comment with the path of a file, and the code that follows it. */
const example = /^<!-- (\S+) -->\n\n```\w+\n([^]*?)^```$/gm;

const examples: Example[] = readdirSync('docs/recipes').flatMap((recipe) =>
	[...readFileSync(`docs/recipes/${recipe}`, 'utf8').matchAll(example)].map(
		([, file = '', code = '']) => ({ recipe, file, code })
	)
);

describe('the code of the recipes', () => {
	it.each(examples)('is tested: $recipe quotes $file', ({ file, code }) => {
		expect(readFileSync(file, 'utf8')).toContain(code);
	});

	it('has every mount', () => {
		const quoted = examples.map(({ file }) => file).filter((file) => file.includes('/mounts/'));
		const files = readdirSync('demo/mounts').map((name) => `demo/mounts/${name}`);
		expect(quoted.toSorted()).toEqual(files);
	});
});
