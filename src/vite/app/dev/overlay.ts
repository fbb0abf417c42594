import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { ErrorPayload, Rollup, ViteDevServer } from 'vite';

type Thrown = Error & Partial<Pick<Rollup.RollupError, 'id' | 'frame' | 'plugin' | 'loc'>>;

interface Place {
	file: string;
	line: number;
	column: number;
}

const LINES_AROUND = 3;

/** The first line of the app's own code in a stack. */
const placeIn = (stack: string, root: string): Place | undefined => {
	for (const [, path = '', line, column] of stack.matchAll(
		/(?:file:\/\/)?(\/[^\s():]+):(\d+):(\d+)/g
	)) {
		if (!path.startsWith(`${root}/`) || path.includes('/node_modules/')) continue;
		return { file: path, line: Number(line), column: Number(column) };
	}
	return undefined;
};

/** The lines around a place, with a marker below it. */
const frameOf = ({ file, line, column }: Place): string => {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return '';
	}
	const first = Math.max(line - LINES_AROUND, 1);
	return text
		.split('\n')
		.slice(first - 1, line + LINES_AROUND - 1)
		.flatMap((code, index) => {
			const number = first + index;
			const gutter = `${number}`.padStart(4);
			const mark = `     |  ${' '.repeat(Math.max(column - 1, 0))}^`;
			return [`${gutter} |  ${code}`, ...(number === line ? [mark] : [])];
		})
		.join('\n');
};

/** Turns an error into the payload of Vite's overlay. */
export const payloadOf = (thrown: unknown, root: string): ErrorPayload['err'] => {
	const error: Thrown = thrown instanceof Error ? thrown : new Error(String(thrown));
	const stack = stripVTControlCharacters(error.stack ?? '');
	const place = error.loc ? undefined : placeIn(stack, root);
	const loc = place ?? error.loc;
	const id = error.id ?? place?.file;
	const frame = error.frame ?? (place && frameOf(place));
	const known = { id, plugin: error.plugin, loc, frame: frame && stripVTControlCharacters(frame) };
	const found = Object.entries(known).filter(([, value]) => value);
	return { message: stripVTControlCharacters(error.message), stack, ...Object.fromEntries(found) };
};

/** Shows errors of the server in browsers. */
export interface Overlay {
	/** Shows an error: at once in open pages, or in the page that is being made. */
	show(error: unknown, isPage: boolean): void;
	/** Call it when a file has changed, which may have fixed the error. */
	changed(): void;
	/** Whether an error is shown. */
	readonly isShown: boolean;
}

/** Milliseconds until the errors of a change are known. */
const VERDICT = 100;

/** Makes the overlay of a server. `server.hmr.overlay: false` turns it off, as for Vite's own errors. */
export const createOverlay = ({ environments, config }: ViteDevServer): Overlay => {
	const { hot } = environments.client!;
	const { hmr } = config.server;
	const isOff = hmr === false || (typeof hmr === 'object' && hmr.overlay === false);
	let waiting: ErrorPayload['err'] | null = null;
	/** The source of the shown error: a page that the server could not make must be loaded again. */
	let shown: 'none' | 'server' | 'browser' = 'none';
	let count = 0;
	const send = hot.send.bind(hot) as (...args: unknown[]) => void;
	// Vite and other plugins report errors here, too.
	hot.send = ((...args: unknown[]) => {
		const { type } = args[0] as { type?: string };
		if (type === 'error') {
			count++;
			if (shown === 'none') shown = 'browser';
		}
		send(...args);
	}) as typeof hot.send;
	hot.on('softpost:shown', (_data, client) => {
		if (waiting) client.send({ type: 'error', err: waiting });
		waiting = null;
	});
	const clear = (): void => {
		// An empty update only removes the overlay.
		if (shown === 'server') hot.send({ type: 'full-reload' });
		else hot.send({ type: 'update', updates: [] });
		[shown, waiting] = ['none', null];
	};
	return {
		show(error, isPage) {
			shown = 'server';
			count++;
			if (isOff) return;
			const err = payloadOf(error, config.root);
			if (isPage) waiting = err;
			else hot.send({ type: 'error', err });
		},
		changed() {
			if (shown === 'none') return;
			const before = count;
			setTimeout(() => count === before && clear(), VERDICT);
		},
		get isShown() {
			return shown !== 'none';
		}
	};
};
