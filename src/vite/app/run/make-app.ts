import { SoftpostError } from '../../../protocol/errors.ts';
import { createApp } from '../../../server/app.ts';
import { logError as logOnServer } from '../../../server/run/public-error.ts';
import type { App, AppOptions, Handle, HandleServerError } from '../../../server/types.ts';
import { fromFiles } from '../../../svelte/from-files.ts';
import { createRenderer, type RendererOptions } from '../../../svelte/renderer.ts';

/** The exports of `src/hooks.server`. */
interface ServerHooks {
	handle?: Handle;
	handleError?: HandleServerError;
	init?: () => unknown;
	/** Other options of `createApp`, such as `submissions` or `limits`. */
	appOptions?: Partial<AppOptions>;
}

/** The parts of an app. */
export interface AppParts extends Pick<RendererOptions, 'template' | 'assets' | 'base'> {
	/** Modules of `src/routes` by file name. */
	files: Record<string, () => Promise<unknown>>;
	serverHooks: ServerHooks;
	/** `src/hooks`. */
	hooks: Pick<AppOptions, 'transport'>;
	errorTemplate?: string;
	/** Imports `$env/dynamic/public` if the app reads it: after the import, pages carry it. */
	publicEnv?: object;
	/** Called with unexpected errors, before `handleError`. */
	onError?: (input: Parameters<HandleServerError>[0]) => void;
	/** Replaces `handleError` if the app has none. */
	logError?: HandleServerError;
	/** The store, which survives when the app is made again in development. */
	submissions?: AppOptions['submissions'];
}

/** Throws for hooks of SvelteKit that would be silently ignored. */
const assertHooks = (exported: object, file: string, known: string[]): void => {
	for (const name of ['handleFetch', 'reroute', 'handleValidationError']) {
		if (!(name in exported) || known.includes(name)) continue;
		throw new SoftpostError(
			'unsupported',
			`src/${file} exports ${name}, which softpost does not call. Remove it, and do its work in handle`,
			{ file, name }
		);
	}
};

const UNITS: Record<string, number> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/**
 * Reads a size such as `512K`, as adapter-node does.
 *
 * @returns bytes, or `undefined` without a text. `0` means no limit
 */
export const readSize = (text: string | undefined): number | undefined => {
	if (!text) return undefined;
	if (text === 'Infinity' || text === '0') return Infinity;
	const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([KMG]?)$/i.exec(text.trim()) ?? [];
	if (digits !== undefined) return Number(digits) * UNITS[unit.toUpperCase()]!;
	throw new SoftpostError(
		'limit',
		`BODY_SIZE_LIMIT is "${text}". Give it a number of bytes, or one with K, M or G, such as 512K`,
		{ text }
	);
};

/** Reads options from the environment of the process. */
const settings = (): Partial<AppOptions> => {
	const { ORIGIN, BODY_SIZE_LIMIT } = globalThis.process?.env ?? {};
	const bodyLimit = readSize(BODY_SIZE_LIMIT);
	return {
		...(ORIGIN ? { origin: ORIGIN } : {}),
		...(bodyLimit === undefined ? {} : { bodyLimit })
	};
};

const begun = new WeakMap<object, unknown>();

/** Runs `init` once for each version of the hooks, even if the app is made again with the same hooks. */
const begin = async ({ init }: ServerHooks): Promise<void> => {
	if (!init) return;
	if (!begun.has(init)) begun.set(init, init());
	await begun.get(init);
};

type Present<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

const present = <Values extends object>(values: Values): Present<Values> =>
	Object.fromEntries(
		Object.entries(values).filter(([, value]) => value !== undefined)
	) as Present<Values>;

/**
 * Makes an app from the modules that `softpost/vite` has found.
 *
 * @throws {SoftpostError} `unsupported` for a hook that would not be called
 */
export const makeApp = async ({
	files,
	serverHooks,
	hooks,
	template,
	errorTemplate,
	assets,
	base,
	onError,
	logError = logOnServer,
	submissions
}: AppParts): Promise<App> => {
	assertHooks(serverHooks, 'hooks.server', []);
	assertHooks(hooks, 'hooks', []);
	const { transport } = hooks;
	const { handle, handleError = logError, appOptions } = serverHooks;
	const routes = fromFiles(files);
	await begin(serverHooks);
	return createApp({
		...present({ errorTemplate, submissions, transport, handle, base }),
		...settings(),
		...appOptions,
		handleError: (input) => {
			onError?.(input);
			return handleError(input);
		},
		routes,
		render: createRenderer({ routes, template, ...present({ assets, base, transport }) })
	} as AppOptions);
};
