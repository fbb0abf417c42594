import { isCSSRequest, type DevEnvironment, type ViteDevServer } from 'vite';
import type { Style } from '../../../svelte/document-head.ts';

/** A stylesheet that is imported as text or as a URL does not apply to the page. */
const NOT_APPLIED = /[?&](?:inline|raw|url)\b/;

/** The URLs of a module's static imports, from the server's transform of it. */
const importsOf = async (ssr: DevEnvironment, url: string): Promise<string[]> => {
	const known = await ssr.moduleGraph.getModuleByUrl(url);
	const result = known?.transformResult ?? (await ssr.transformRequest(url));
	// The URL of a virtual module is `/@id/__x00__name`.
	return (result?.deps ?? [])
		.filter((dep) => dep.startsWith('/'))
		.map((dep) => dep.replace(/^\/@id\/(__x00__)?/, (_, isVirtual) => (isVirtual ? '\0' : '')));
};

/** The URLs of the stylesheets below a module, in the order in which they apply. */
const stylesheets = async (
	ssr: DevEnvironment,
	url: string,
	seen: Set<string>
): Promise<string[]> => {
	if (seen.has(url)) return [];
	seen.add(url);
	if (isCSSRequest(url)) return NOT_APPLIED.test(url) ? [] : [url];
	const found: string[] = [];
	// A module that cannot be read is reported when it runs.
	for (const dep of await importsOf(ssr, url).catch(() => []))
		found.push(...(await stylesheets(ssr, dep, seen)));
	return found;
};

/** Reads a string constant from the module that Vite makes of a stylesheet. */
const constant = (code: string, name: string): string | undefined => {
	const [, text] =
		new RegExp(`const __vite__${name} = ("(?:[^"\\\\]|\\\\.)*")`, 's').exec(code) ?? [];
	return text && (JSON.parse(text) as string);
};

/** A stylesheet with the id of Vite's client, so that edits replace it. */
const styleOf = async (client: DevEnvironment, url: string): Promise<Style | null> => {
	// A stylesheet that is part of a component is there once that is compiled.
	const [owner, query] = url.split('?');
	if (query) await client.transformRequest(owner!);
	const { code = '' } = (await client.transformRequest(url)) ?? {};
	const [id, css] = [constant(code, 'id'), constant(code, 'css')];
	return id !== undefined && css !== undefined ? { id, css } : null;
};

/**
 * Finds the styles of a page for its HTML in development, because scripts would add them too late.
 *
 * @param files the files of the page, its layouts and its boundary
 */
export const stylesOf = async (
	{ environments }: ViteDevServer,
	files: readonly string[]
): Promise<Style[]> => {
	const { ssr, client } = environments;
	const seen = new Set<string>();
	const urls: string[] = [];
	// One after another, to keep the order of the cascade.
	for (const file of files) urls.push(...(await stylesheets(ssr!, file, seen)));
	const styles = await Promise.all(urls.map((url) => styleOf(client!, url).catch(() => null)));
	return styles.filter((style) => style !== null);
};
