/**
 * Attacks on a server that runs the app of `app.ts`, each a kind of fault that was found once. They know the server
 * by its origin alone, so that it may be another process.
 */
import type { State } from './app.ts';
import { OWN_FORM, oneByOne, raw, type RawResponse } from './raw.ts';

export interface Attack {
	name: string;
	/** Throws, or returns a sentence, where the server does not stand it. */
	run(origin: string): Promise<string | void>;
}

const stateOf = async (origin: string): Promise<State> =>
	JSON.parse((await raw(origin, { path: '/state' })).body);

/** Waits until all streams are closed; they are told of it a little later than the client. */
const leftOpen = async (origin: string): Promise<number> => {
	for (let tries = 0; ; tries++) {
		const { opened, closed } = await stateOf(origin);
		if (opened === closed || tries === 20) return opened - closed;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

const unless = (holds: boolean, sentence: string): string | void => {
	if (!holds) return sentence;
};

const statusIs = ({ status, body }: RawResponse, ...expected: number[]): string | void =>
	unless(expected.includes(status), `answered ${status}: ${body.slice(0, 80)}`);

const post = (
	origin: string,
	path: string,
	body: string | Iterable<Uint8Array>,
	headers: Record<string, string> = {}
): Promise<RawResponse> =>
	raw(origin, {
		method: 'POST',
		path,
		body,
		headers: { ...OWN_FORM, accept: 'application/json', ...headers }
	});

const BOUNDARY = 'x'.repeat(20);
const multipart = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const part = (name: string, value: string): string =>
	`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

const end = `--${BOUNDARY}--\r\n`;

/** A body that is made and not sent has to be cancelled, whatever takes its place. */
const streams: Attack[] = [
	['HEAD of a stream', { method: 'HEAD', path: '/stream' }],
	['a 413 in place of a stream', { method: 'POST', path: '/stream/large', body: 'x'.repeat(50) }],
	['a header that cannot be sent', { path: '/stream/header' }],
	['handle throws after it has resolved a stream', { path: '/stream/replaced/throws' }],
	['handle answers something else', { path: '/stream/replaced/answers' }],
	['HEAD of a stream that handle has wrapped', { method: 'HEAD', path: '/stream/replaced/wraps' }],
	['a load returns a stream', { path: '/stream/load' }],
	['an action returns a stream', { method: 'POST', path: '/form?/stream', body: 'a=1' }]
].map(([name, request]) => ({
	name: `${name as string}: nothing stays open`,
	async run(origin) {
		const sent = { headers: OWN_FORM, ...(request as { path: string }) };
		await Promise.all([1, 2, 3].map(() => raw(origin, sent)));
		const left = await leftOpen(origin);
		return unless(left === 0, `${left} streams are still open`);
	}
}));

/** An answer, and the milliseconds of the server's processor that it took. */
const costOf = async (
	origin: string,
	ask: () => Promise<RawResponse>
): Promise<{ response: RawResponse; cost: number }> => {
	const before = await stateOf(origin);
	const response = await ask();
	return { response, cost: (await stateOf(origin)).cpu - before.cpu };
};

const MEGABYTE = 1_000_000;

interface Costly {
	name: string;
	/** What is to cost no more, but for a little that cannot be measured. */
	plain: (origin: string) => Promise<RawResponse>;
	attack: (origin: string) => Promise<RawResponse>;
	status: number;
}

/** With an id in the header nobody looks for one in the form. */
const withId = () => ({ 'x-softpost-submission': crypto.randomUUID() });

const costly: Costly[] = [
	...[0, 20_000, 70_000, 150_000].flatMap((length): Costly[] => {
		const text = 'a=' + 'x'.repeat(length);
		const plain = (origin: string) => post(origin, '/form?/form', oneByOne(text), withId());
		const name = `of ${length} bytes, one in each chunk, costs no more than reading it`;
		return [
			{
				name: `a form ${name}`,
				plain,
				attack: (origin) => post(origin, '/form?/form', oneByOne(text)),
				status: 200
			},
			{
				name: `a multipart form ${name}`,
				plain,
				attack: (origin) => post(origin, '/form?/form', oneByOne(part('a', text) + end), multipart),
				status: 200
			}
		];
	}),
	...(
		[
			['a&', 'application/x-www-form-urlencoded', 413],
			['&', 'application/x-www-form-urlencoded', 200],
			['a=\r\n', 'text/plain', 413],
			['\r\n', 'text/plain', 200],
			['=', 'application/x-www-form-urlencoded', 200]
		] as const
	).map(([unit, type, status]) => ({
		name: `a megabyte of ${JSON.stringify(unit)} as ${type} costs about what a plain one does`,
		plain: (origin: string) => post(origin, '/form?/form', 'a=' + 'x'.repeat(MEGABYTE - 2)),
		attack: (origin: string) => {
			const body = unit.repeat(MEGABYTE / unit.length);
			return post(origin, '/form?/form', body, { 'content-type': type });
		},
		status
	}))
];

const costs: Attack[] = costly.map(({ name, plain, attack, status }) => ({
	name,
	async run(origin) {
		const known = await costOf(origin, () => plain(origin));
		const { response, cost } = await costOf(origin, () => attack(origin));
		return (
			statusIs(response, status) ??
			unless(cost < known.cost * 2.5 + 120, `${cost} ms, and the plain one ${known.cost} ms`)
		);
	}
}));

/** The response. None is an error of the app. */
const multiparts: [name: string, body: string, status: number][] = [
	['text after the last boundary', `${part('a', '1')}${end}the end\r\n`, 200],
	['a closing boundary alone', end, 200],
	['two closing boundaries', part('a', '1') + end + end, 400],
	['a part after the last', part('a', '1') + end + part('b', '2'), 400],
	['a whole form after the last', part('a', '1') + end + part('b', '2') + end, 400],
	['a line before a second closing boundary', `${part('a', '1')}${end}x\r\n${end}`, 400],
	['two closing boundaries alone', end + end, 400],
	['a part without a name', `--${BOUNDARY}\r\n\r\n1\r\n${end}`, 400],
	['no end', part('a', '1'), 400]
];

const broken: Attack[] = multiparts.flatMap(([name, body, status]) =>
	['whole', 'one by one'].map((how) => ({
		name: `multipart with ${name}, sent ${how}, is no error of the app`,
		async run(origin: string) {
			const sent = how === 'whole' ? body : oneByOne(body);
			const before = await stateOf(origin);
			const response = await post(origin, '/form?/form', sent, multipart);
			const { errors } = await stateOf(origin);
			const told = errors.slice(before.errors.length);
			return statusIs(response, status) ?? unless(!told.length, `the app was told: ${told.join()}`);
		}
	}))
);

const PROTO = '__proto__';

const names: Attack[] = [
	...['__proto__=1', '__proto__=1&a=2', 'a=1&__proto__=2&__proto__=3'].map((body) => ({
		name: `a form ${body} that comes back with a failure is a failure`,
		async run(origin: string) {
			const result = await post(origin, '/form?/values', body);
			const page = await post(origin, '/form?/values', body, { accept: 'text/html' });
			const data = await raw(origin, {
				path: '/query?a=1&' + body,
				headers: { 'x-softpost-page': 'true', accept: 'application/json' }
			});
			return (
				statusIs(result, 400) ??
				statusIs(page, 400) ??
				statusIs(data, 200) ??
				unless(![result, data].some(({ body }) => body.includes(PROTO)), 'the name came back')
			);
		}
	})),
	...[
		'=empty',
		'two words=1',
		'caf\u00e9=1',
		'a b',
		';;; ;',
		'a=%zz',
		'"=1',
		'a="x; b=1',
		'__proto__=1'
	].map((cookie) => ({
		name: `a cookie ${cookie} breaks no request of the app to itself`,
		run: async (origin: string) =>
			statusIs(await raw(origin, { path: '/own', headers: { cookie, accept: 'text/html' } }), 200)
	})),
	...['/%', '/%zz', '/form%', '/query/%E0%A4%A'].map((path) => ({
		name: `the path ${path} is a bad request`,
		run: async (origin: string) =>
			statusIs(await raw(origin, { path, headers: { accept: 'text/html' } }), 400)
	}))
];

const promises: Attack[] = [
	['a parent() that is awaited too late', '/guarded/parent', 303],
	['an own call that was aborted', '/asks/own', 500],
	['a call that leads nowhere', '/asks/nowhere', 500]
].map(([name, path, status]) => ({
	name: `${name as string} does not end the server`,
	async run(origin) {
		const response = await raw(origin, { path: path as string, headers: { accept: 'text/html' } });
		const { errors } = await stateOf(origin);
		const lost = errors.filter((error) => error.startsWith('unhandled'));
		return statusIs(response, status as number) ?? unless(!lost.length, lost.join());
	}
}));

export const attacks: readonly Attack[] = [...streams, ...costs, ...broken, ...names, ...promises];
