import { readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '../browser/serve.ts';
import type { Case } from './case.ts';
import { documentOf, fillIn, type Places } from './document.ts';
import {
	browserItself,
	documentAnswer,
	type Answer,
	type Outcome,
	type Subject
} from './subject.ts';

/** A request that a case led to. */
export interface Received {
	method: string;
	/** Path and query, as sent. */
	url: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** Whether it went to the other origin. */
	toOther: boolean;
	/** Whether the subject made it, and not the browser by itself. */
	byScript: boolean;
}

/** One submission of one case: the browser's own, or the enhanced one. */
export interface Run {
	places: Places;
	/** The URL of its document. */
	url: string;
	/** What came so far, in order. */
	received: Received[];
}

interface OpenRun extends Run {
	oneCase: Case;
	subject: Subject;
	/** Whether the document was already handed out. */
	opened: boolean;
}

export interface Recorder {
	/** Prepares the documents of a case. */
	begin(oneCase: Case, enhanced: boolean): Run;
	close(): Promise<void>;
}

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
	response.writeHead(status, headers).end(body);
};

const ENCODINGS: Record<string, BufferEncoding> = { 'windows-1252': 'latin1' };

const sendDocument = async (response: ServerResponse, run: OpenRun): Promise<void> => {
	const { oneCase, subject, places } = run;
	const parts = documentOf(oneCase, places);
	const headers = { 'content-type': `text/html; charset=${parts.charset}`, ...oneCase.headers };
	response.writeHead(200, headers);
	response.end(await subject.page(parts), ENCODINGS[parts.charset] ?? 'utf8');
};

const outcomeOf = ({ oneCase, places }: OpenRun, method: string): Outcome => {
	// A redirect is of the form, not of where it leads to.
	if (method !== 'POST') return {};
	const { redirect, ...rest } = oneCase.outcome ?? {};
	return redirect === undefined ? rest : { ...rest, redirect: fillIn(redirect, places) };
};

const record = async (
	run: OpenRun,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> => {
	const { method = '', url = '', headers } = request;
	const body = await buffer(request);
	const toOther = !run.places.origin.endsWith(`//${headers.host}`);
	const byScript = run.subject.isEnhanced(headers);
	run.received.push({ method, url, headers, body, toOther, byScript });
	const outcome = outcomeOf(run, method);
	await sleep(outcome.delay ?? 0);
	send(response, byScript ? run.subject.answer(outcome, method) : documentAnswer(outcome));
};

const SCRIPT_HEADERS = { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' };

/** What the documents load, by path. */
const readScripts = async (): Promise<Map<string, string>> =>
	new Map([
		['/in-page.js', await readFile('test/parity/in-page.js', 'utf8')],
		['/build-form.js', await readFile('test/parity/random/build-form.js', 'utf8')]
	]);

/**
 * Serves the documents of the cases, for the browser itself and for a subject, and keeps what their
 * forms send. Each run has a path of its own, so that runs may overlap.
 */
export const startRecorder = async (subject: Subject): Promise<Recorder> => {
	const scripts = await readScripts();
	const runs = new Map<string, OpenRun>();

	const serveRest = async (response: ServerResponse, url: URL): Promise<void> => {
		const body = scripts.get(url.pathname);
		if (body) return send(response, { status: 200, headers: SCRIPT_HEADERS, body });
		send(response, (await subject.serve?.(url)) ?? { status: 404, headers: {}, body: '' });
	};

	const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const url = new URL(request.url ?? '/', 'http://localhost');
		const run = runs.get(url.pathname.split('/')[1] ?? '');
		if (!run) return serveRest(response, url);
		const isDocument = request.method === 'GET' && url.pathname === `${run.places.root}/page`;
		if (!isDocument || run.opened) return record(run, request, response);
		run.opened = true;
		await sendDocument(response, run);
	};

	const listener = (request: IncomingMessage, response: ServerResponse): void => {
		// A request that the browser aborts is none.
		answer(request, response).catch(() => response.destroy());
	};
	const sites = await Promise.all([serve(listener), serve(listener)]);
	const [{ url: origin }, { url: other }] = sites;

	return {
		begin(oneCase, enhanced) {
			const id = `${enhanced ? 'e' : 'n'}${runs.size}`.padEnd(7, '-');
			const places = { root: `/${id}`, origin, other };
			const run: OpenRun = {
				oneCase,
				places,
				subject: enhanced ? subject : browserItself,
				opened: false,
				url: `${origin}/${id}/page`,
				received: []
			};
			runs.set(id, run);
			return run;
		},
		close: async () =>
			void (await Promise.all([...sites.map((site) => site.close()), subject.close?.()]))
	};
};
