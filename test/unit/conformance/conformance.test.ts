import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/conformance/main.ts';
import type { Finding } from '../../../src/conformance/run.ts';
import { readWire } from '../../../src/conformance/vectors.ts';
import { serve } from './page.ts';

const wire = await readWire(new URL('../../../src/conformance.ts', import.meta.url).href);

const closing: (() => void)[] = [];
afterEach(() => {
	for (const close of closing.splice(0)) close();
	vi.restoreAllMocks();
});

const open = async (listener?: RequestListener): Promise<string> => {
	const { url, close } = await serve(listener);
	closing.push(close);
	return url;
};

const run = async (...args: string[]): Promise<[code: number, printed: string]> => {
	const lines: string[] = [];
	const code = await main(args, wire, (line) => void lines.push(line));
	return [code, lines.join('\n')];
};

const clausesOf = (findings: Finding[], verdict: Finding['verdict'], level?: string): string[] =>
	findings
		.filter((finding) => finding.verdict === verdict && (!level || finding.level === level))
		.map(({ clause }) => clause);

const findingsOf = async (listener?: RequestListener): Promise<[code: number, Finding[]]> => {
	const [code, printed] = await run('--json', await open(listener));
	return [code, JSON.parse(printed) as Finding[]];
};

type Reply = [status: number, body: unknown, headers?: Record<string, string>];

/** A server of actions, each of which answers what it is told to. */
const stub =
	(reply: (action: string, body: string) => Reply): RequestListener =>
	async (req, res) => {
		let body = '';
		for await (const chunk of req) body += chunk;
		const { searchParams } = new URL(req.url ?? '/', 'http://localhost');
		const action = [...searchParams.keys()].find((key) => key.startsWith('/')) ?? '/default';
		const [status, answer, headers] = reply(action.slice(1), body);
		res.writeHead(status, { 'content-type': 'application/json', ...headers });
		res.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
	};

const missing: Reply = [404, { type: 'error', error: { message: 'No such action' } }];

describe('test/vectors/wire.json', () => {
	const doc = readFileSync('docs/wire.md', 'utf8');
	const onServers = [...doc.matchAll(/^- \*\*(W\d+)\*\* _(?:action|page)_ /gm)];
	const all = [...doc.matchAll(/^- \*\*(W\d+)\*\* /gm)].map(([, clause]) => clause);

	it('knows the clauses of docs/wire.md that are about servers, and no other', () => {
		expect(Object.keys(wire.clauses)).toEqual(onServers.map(([, clause]) => clause));
	});

	it('asks about nothing but these', () => {
		const asked = wire.vectors.flatMap(({ checks }) => checks.map(({ clause }) => clause));
		expect(asked.filter((clause) => !(clause in wire.clauses))).toEqual([]);
	});

	it('is of a document whose clauses are numbered through, though a later one may stand further up', () => {
		expect(new Set(all)).toEqual(new Set(all.map((_, at) => `W${at + 1}`)));
	});
});

describe('softpost-conformance', () => {
	it('finds that softpost satisfies all clauses that the page can test', async () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const [code, findings] = await findingsOf();
		expect(clausesOf(findings, 'fails')).toEqual([]);
		expect(clausesOf(findings, 'untold')).toEqual(['W23', 'W31', 'W32', 'W33', 'W34', 'W38']);
		expect(code).toBe(0);
	});

	it('takes plain JSON for data, and tells nothing of actions that there are not', async () => {
		const entries = (body: string) => [...new URLSearchParams(body)];
		const [code, findings] = await findingsOf(
			stub((action, body) => {
				if (action === 'fail')
					return [200, { type: 'failure', status: 422, data: { reason: 'no' } }];
				if (action !== 'echo') return missing;
				return [200, { type: 'success', status: 200, data: { entries: entries(body) } }];
			})
		);
		const holding = clausesOf(findings, 'holds');
		expect(holding).toEqual(expect.arrayContaining(['W3', 'W6', 'W7', 'W8', 'W13', 'W14', 'W16']));
		expect(clausesOf(findings, 'untold')).toEqual(
			expect.arrayContaining(['W10', 'W11', 'W20', 'W39'])
		);
		// No HTTP status, no location, no limits, no other encodings.
		expect(clausesOf(findings, 'fails', 'SHOULD')).toEqual([
			'W5',
			'W9',
			'W12',
			'W15',
			'W18',
			'W25'
		]);
		expect(code).toBe(1);
	});

	it.each<[what: string, clauses: string[], reply: (action: string) => Reply | null]>([
		['a redirect of HTTP', ['W10'], (action) => (action === 'redirect' ? [303, ''] : null)],
		[
			'a leaked error',
			['W11'],
			(action) =>
				action === 'crash'
					? [500, { type: 'error', error: { message: 'conformance-secret' } }]
					: null
		],
		[
			'the action in its location',
			['W12'],
			(action) =>
				action === 'fail'
					? [422, { type: 'failure', status: 422, data: { reason: 'no' }, location: '/page?/fail' }]
					: null
		],
		[
			'data that is no devalue text',
			['W13'],
			(action) =>
				action === 'fail' ? [422, { type: 'failure', status: 422, data: '{"reason":"no"}' }] : null
		],
		[
			'an action that any object has',
			['W16'],
			(action) => (action === 'constructor' ? [200, { type: 'success', status: 204 }] : null)
		],
		[
			'success without its type, and its status',
			['W7', 'W8'],
			(action) =>
				action === 'empty'
					? [200, { type: 'success', status: 200 }, { 'content-type': 'text/plain' }]
					: null
		],
		['what is no JSON', ['W11'], (action) => (action === 'error' ? [418, 'A teapot'] : null)]
	])('finds %s', async (_, clauses, reply) => {
		const [code, findings] = await findingsOf(stub((action) => reply(action) ?? missing));
		expect(clausesOf(findings, 'fails', 'MUST')).toEqual(expect.arrayContaining(clauses));
		expect(code).toBe(1);
	});

	it('finds that every site may post, and that copies run again', async () => {
		let count = 0;
		const [, findings] = await findingsOf(
			stub((action) => {
				if (action === 'crash') return [500, { type: 'error', error: { message: 'Oh' } }];
				const data = action === 'count' ? { data: { count: ++count } } : {};
				return [200, { type: 'success', status: data.data ? 200 : 204, ...data }];
			})
		);
		expect(clausesOf(findings, 'fails', 'MUST')).toEqual(
			expect.arrayContaining(['W16', 'W17', 'W19', 'W20', 'W21', 'W41'])
		);
		expect(clausesOf(findings, 'fails', 'SHOULD')).toEqual(expect.arrayContaining(['W22', 'W39']));
		expect(clausesOf(findings, 'holds')).toEqual(expect.arrayContaining(['W40']));
	});

	it('finds that other submissions get the response of the first', async () => {
		const [, findings] = await findingsOf(
			stub((action) =>
				action === 'count' ? [200, { type: 'success', status: 200, data: { count: 1 } }] : missing
			)
		);
		expect(clausesOf(findings, 'fails', 'MUST')).toEqual(expect.arrayContaining(['W40']));
	});

	it('finds a page that is none, beside a failure and not the fresh one', async () => {
		const page = { url: '/elsewhere', data: '[{"route":1},null]' };
		const [, findings] = await findingsOf((req, res) => {
			const action = req.url?.split('?/')[1];
			const result =
				action === 'fail'
					? { type: 'failure', status: 422, page }
					: { type: 'success', status: 204, page };
			res.setHeader('content-type', 'application/json');
			res.end(
				JSON.stringify(req.method === 'GET' ? { type: 'page', data: { route: null } } : result)
			);
		});
		const failed = clausesOf(findings, 'fails', 'MUST');
		expect(failed).toEqual(expect.arrayContaining(['W26', 'W30', 'W35', 'W36']));
	});

	it('lists the clauses for people, with what does not hold', async () => {
		const [code, printed] = await run(await open(stub(() => [200, 'Hello'])), '--timeout', '2000');
		expect(code).toBe(1);
		expect(printed).toMatch(/^FAILS {2}W8 .*\(MUST\)\n +an urlencoded form: no .*: Hello$/m);
		expect(printed).toMatch(/^\? +W23/m);
		expect(printed).toMatch(/\d+ hold, \d+ do not, \d+ could not be tested$/);
	});

	it('asks as users of another origin do, at a page with a query', async () => {
		const seen: string[] = [];
		const url = await open((req, res) => {
			seen.push(`${req.url} ${req.headers.origin}`);
			res.writeHead(404).end();
		});
		await run(`${url}?id=3`, '--origin', 'https://app.example/x');
		expect(seen).toContain('/page?id=3&page=2&/empty https://app.example');
	});

	it('does not wait for a server that never responds', async () => {
		const url = await open((req, res) => void (req.method === 'GET' && res.end()));
		const few = { ...wire, vectors: wire.vectors.slice(0, 2) };
		const lines: string[] = [];
		const code = await main([url, '--timeout', '500'], few, (line) => void lines.push(line));
		expect(code).toBe(1);
		expect(lines.join('\n')).toContain('no answer: ');
	});

	it.each([
		[['--help'], /^softpost-conformance \[/],
		[[], /^softpost-conformance \[/],
		[['nowhere'], /Invalid URL/],
		[['--no'], /--no/],
		[['http://127.0.0.1', '--timeout', 'soon'], /milliseconds/],
		[['http://127.0.0.1:1/'], /does not respond/]
	])('says what is missing in %j', async (args, said) => {
		const [code, printed] = await run(...args);
		expect(code).toBe(2);
		expect(printed).toMatch(said);
	});
});
