import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as TypeScript from 'typescript';

const NAMES = ['load', 'actions'];

/** Most modules have no annotation, and then TypeScript is not loaded. */
const ANNOTATED = /\bexport\s+const\s+(load|actions)\s*:/;

/** The same in JavaScript: a comment before the export. */
const COMMENTED = /\/\*\*(?:(?!\*\/)[^])*\*\/\s*export\s+const\s+(?:load|actions)\b/g;

/** TypeScript as the app has it. Without it, nobody checks types. */
const typescriptOf = (root: string): typeof TypeScript | undefined => {
	try {
		return createRequire(join(root, 'package.json'))('typescript');
	} catch {
		return undefined;
	}
};

/** Replaces a part of a text. */
type Edit = [start: number, end: number, text: string];

const editsOf = (
	ts: typeof TypeScript,
	file: TypeScript.SourceFile,
	{ name, type, initializer }: TypeScript.VariableDeclaration
): Edit[] => {
	if (!type || !initializer || !NAMES.includes(name.getText(file))) return [];
	const start = initializer.getStart(file);
	return [
		[name.end, type.end, ''],
		[start, start, '('],
		[initializer.end, initializer.end, `) satisfies ${type.getText(file)}`]
	];
};

/**
 * Turns the annotations of `load` and `actions` into `satisfies`, because `export const load: PageServerLoad = …` hides what the
 * function returns from the types of its page.
 *
 * @param root the app's folder
 * @param file the module's name
 * @param text the module
 * @returns the other text; `undefined` if nothing is annotated
 */
export const withoutAnnotations = (
	root: string,
	file: string,
	text: string
): string | undefined => {
	if (file.endsWith('.js')) {
		const changed = text.replace(COMMENTED, (found) => found.replace('@type ', '@satisfies '));
		return changed === text ? undefined : changed;
	}
	const ts = ANNOTATED.test(text) && typescriptOf(root);
	if (!ts) return undefined;
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
	const edits = source.statements
		.filter(ts.isVariableStatement)
		.flatMap(({ declarationList }) => declarationList.declarations)
		.flatMap((declaration) => editsOf(ts, source, declaration));
	return edits.reduceRight(
		(before, [start, end, change]) => before.slice(0, start) + change + before.slice(end),
		text
	);
};
