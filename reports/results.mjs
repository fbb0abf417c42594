import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const end = '<!-- /results -->';

/** @param {string[]} cells */
const row = (cells) => `| ${cells.join(' | ')} |`;

/**
 * A table in Markdown.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 */
export const table = (head, rows) =>
	[row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/**
 * Replaces the part of a page that a command writes.
 *
 * @param {string} file
 * @param {string} command as the page names it, in the comment before that part
 * @param {string} text in Markdown
 */
export const writeResults = async (file, command, text) => {
	const begin = `<!-- results: ${command} -->`;
	const [before, rest] = readFileSync(file, 'utf8').split(begin);
	// A page may have the results of several commands.
	const after = rest.slice(rest.indexOf(end));
	const page = [before, begin, '\n\n', text, '\n\n', after].join('');
	// Code in it is formatted too, as all code is.
	const config = await resolveConfig(file);
	writeFileSync(file, await format(page, { ...config, parser: 'markdown' }));
};
