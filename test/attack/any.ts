/**
 * Attacks on any server that answers form actions, by what a client sees of it. Each is of a kind that some server
 * did not stand once. What softpost's own app can tell besides, such as streams left open, is in attacks.ts.
 */
import { expect } from 'vitest';
import { oneByOne, type RawResponse } from './raw.ts';
import { PATIENCE, type Volley } from './volley.ts';

export interface AnyAttack {
	name: string;
	/** Fails where the server does not stand it. */
	run(volley: Volley): Promise<void>;
}

/** An answer of some kind, which is no fault of the server, in bounded time. */
const isDefined = ({ status, took }: RawResponse, what: string): void => {
	expect(status, `${what}: status`).toBeGreaterThan(0);
	expect(status, `${what}: status`).toBeLessThan(500);
	expect(took, `${what}: milliseconds`).toBeLessThan(PATIENCE);
};

/** The same, or no answer: a connection may be closed on nonsense. */
const isDefinedOrClosed = (response: RawResponse, what: string): void => {
	if (response.status) isDefined(response, what);
};

/** Does something for each of a list, some at once. */
const forEach = async <Item>(
	items: readonly Item[],
	act: (item: Item) => Promise<void>
): Promise<void> => {
	const left = [...items];
	const work = async (): Promise<void> => {
		for (let item; (item = left.shift()) !== undefined;) await act(item);
	};
	await Promise.all(Array.from({ length: 8 }, work));
};

const BOUNDARY = 'attack';
const multipart = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const part = (name: string, value: string): string =>
	`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const whole = `${part('a', '1')}${part('b', 'x'.repeat(100))}--${BOUNDARY}--\r\n`;

const MEGABYTE = 1_000_000;

/** A text of about a megabyte, which costs much where something is built for each unit of it. */
const heavy: [unit: string, type: string][] = [
	['a&', 'application/x-www-form-urlencoded'],
	['&', 'application/x-www-form-urlencoded'],
	['%', 'application/x-www-form-urlencoded'],
	['a=\r\n', 'text/plain'],
	['\r\n', 'text/plain'],
	[`--${BOUNDARY}\r\n`, multipart['content-type']],
	['\r\n--', multipart['content-type']]
];

/** A small generator of numbers, so that each run has the same requests (mulberry32). */
const randomFrom = (seed: number) => (): number => {
	seed = (seed + 0x6d2b79f5) | 0;
	let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
	return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const headOf = ({ target }: Volley, headers: string[], start?: string): string =>
	[
		start ?? `POST ${target.action} HTTP/1.1`,
		`host: ${new URL(target.origin).host}`,
		...headers,
		'',
		''
	].join('\r\n');

const FORM = 'content-type: application/x-www-form-urlencoded';

export const anyAttacks: readonly AnyAttack[] = [
	{
		name: 'Forms that another site sends are refused',
		run: (volley) =>
			forEach(
				[
					{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
					{ origin: 'https://evil.example' },
					{ origin: 'null', 'sec-fetch-site': 'cross-site' },
					{ origin: `${volley.target.origin}.evil.example`, 'sec-fetch-site': 'same-site' }
				].flatMap((headers) =>
					['application/x-www-form-urlencoded', 'text/plain', multipart['content-type']].map(
						(type) => ({ ...headers, 'content-type': type })
					)
				),
				async (headers) => {
					const { status } = await volley.send({
						method: 'POST',
						path: volley.target.action,
						body: 'a=1',
						headers
					});
					expect(status, JSON.stringify(headers)).toBe(403);
				}
			)
	},
	{
		name: 'A form in one-byte chunks costs by its bytes, and not by its chunks',
		run: async (volley) => {
			for (const length of [10_000, 100_000, 384_000]) {
				const text = `a=${'x'.repeat(length)}`;
				// An id says that nobody has to look for one in the form.
				const id = { 'x-softpost-submission': `${length}`.padStart(32, 'x') };
				const known = await volley.post(oneByOne(text), id);
				const chunked = await volley.post(oneByOne(text));
				isDefined(chunked, `${length} chunks`);
				expect(chunked.took, `${length} chunks`).toBeLessThan(3 * known.took + 1000);
			}
		}
	},
	{
		name: 'A megabyte of the smallest fields, lines and parts is answered, also eight at once',
		run: (volley) =>
			forEach([...heavy, ...heavy], async ([unit, type]) => {
				const body = unit.repeat(MEGABYTE / unit.length);
				isDefined(await volley.post(body, { 'content-type': type }), JSON.stringify(unit));
			})
	},
	{
		name: 'Others are served while such forms are read',
		run: async (volley) => {
			const attack = forEach([...heavy, ...heavy], async ([unit, type]) => {
				await volley.post(unit.repeat(MEGABYTE / unit.length), { 'content-type': type });
			});
			for (let visit = 0; visit < 10; visit++) isDefined(await volley.get(), 'a visit');
			await attack;
		}
	},
	{
		name: 'Multipart that is cut at any byte, or ends twice, is a client’s error',
		run: async (volley) => {
			const cuts = Array.from({ length: whole.length }, (_, end) => whole.slice(0, end));
			const wrong = [
				`${whole}--${BOUNDARY}--\r\n`,
				`${whole}${part('c', '3')}`,
				`--${BOUNDARY}--\r\n--${BOUNDARY}--\r\n`,
				`--${BOUNDARY}\r\n\r\n1\r\n--${BOUNDARY}--\r\n`
			];
			await forEach([...cuts, ...wrong], async (body) => {
				isDefined(await volley.post(body, multipart), JSON.stringify(body.slice(-40)));
			});
			await forEach(wrong, async (body) =>
				isDefined(await volley.post(oneByOne(body), multipart), JSON.stringify(body.slice(-40)))
			);
		}
	},
	{
		name: 'Names of fields that are names in JavaScript do no harm',
		run: (volley) =>
			forEach(
				['__proto__', 'constructor', 'toString', '__proto__.admin', '__proto__[admin]', ''].flatMap(
					(name) => [
						[`${encodeURIComponent(name)}=1&a=2`, {}] as const,
						[`${part(name, '1')}--${BOUNDARY}--\r\n`, multipart] as const
					]
				),
				async ([body, headers]) => isDefined(await volley.post(body, headers), body)
			)
	},
	{
		name: 'Cookies that no browser sends break no page',
		run: (volley) =>
			forEach(
				['=empty', 'two words=1', 'caf\u00e9=1', ';;; ;', 'a=%zz', '"=1', '__proto__=1'].concat(
					`a=${'x'.repeat(7000)}`,
					'a=1; '.repeat(1000)
				),
				async (cookie) => {
					isDefined(await volley.get(undefined, { cookie }), cookie.slice(0, 40));
					isDefined(await volley.post('a=1', { cookie }), cookie.slice(0, 40));
				}
			)
	},
	{
		name: 'Text from a client becomes neither a header nor markup',
		run: (volley) =>
			forEach(
				[
					'x%0d%0aset-cookie:%20injected=1',
					'x\u010d\u010aset-cookie: injected=1',
					'%E5%98%8D%E5%98%8Aset-cookie:injected=1',
					'<script>injected()</script>',
					'"><script>injected()</script>',
					'</script><script>injected()</script>'
				],
				async (text) => {
					const { page, action } = volley.target;
					const mark = action.includes('?') ? '&' : '?';
					const query = text.includes('%') ? text : encodeURIComponent(text);
					const visit = await volley.get(`${page}?injected=${query}&redirectTo=${query}`);
					const post = await volley.send({
						method: 'POST',
						path: `${action}${mark}redirectTo=${query}`,
						body: `email=${query}&a=${query}&injected=${query}`,
						headers: {
							origin: volley.target.origin,
							'sec-fetch-site': 'same-origin',
							'content-type': 'application/x-www-form-urlencoded',
							accept: 'text/html'
						}
					});
					for (const { headers, body, ...response } of [visit, post]) {
						isDefinedOrClosed({ headers, body, ...response }, text);
						expect(String(headers['set-cookie'])).not.toContain('injected');
						expect(body).not.toContain('<script>injected()');
					}
				}
			)
	},
	{
		name: 'A forged host leads nobody to another site',
		run: (volley) =>
			forEach(
				['evil.example', 'evil.example:80', '127.0.0.1:1', 'a b', 'user@evil.example'],
				async (host) => {
					const visit = await volley.get(undefined, { host });
					isDefinedOrClosed(visit, host);
					const forwarded = await volley.get(undefined, {
						'x-forwarded-host': 'evil.example',
						'x-forwarded-proto': 'https',
						'x-original-url': '/evil',
						forwarded: 'host=evil.example'
					});
					isDefined(forwarded, 'x-forwarded-host');
					expect(JSON.stringify(forwarded)).not.toContain('evil');
				}
			)
	},
	{
		name: 'Shared caches keep no responses to forms',
		run: async (volley) => {
			for (const accept of ['application/json', 'text/html']) {
				const { headers } = await volley.post('a=1', { accept });
				expect(String(headers['cache-control'])).not.toContain('public');
				expect(String(headers['cache-control'])).toMatch(/private|no-store|no-cache/);
			}
		}
	},
	{
		name: 'No path leads to a file of the server',
		run: (volley) =>
			forEach(
				['', '/assets'].flatMap((folder) =>
					['/../../../etc/passwd', '/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/package.json']
						.concat('/....//....//etc/passwd', '/%00', '/%', '/%E0%A4%A', '//evil.example/%2e%2e')
						.map((path) => folder + path)
				),
				async (path) => {
					const response = await volley.get(path);
					isDefinedOrClosed(response, path);
					expect(response.body).not.toMatch(/root:.*:0:0:|"devDependencies"/);
					expect(String(response.headers['location'])).not.toMatch(/^\/\/|evil\.example/);
				}
			)
	},
	{
		name: 'No second request hides in the body of a first',
		run: (volley) => {
			const hidden = 'GET /hidden HTTP/1.1\r\nhost: a\r\n\r\n';
			const length = `content-length: ${hidden.length}`;
			return forEach(
				[
					['transfer-encoding: chunked', length, `0\r\n\r\n${hidden}`],
					['transfer-encoding: xchunked', length, hidden],
					['transfer-encoding: chunked, identity', length, hidden],
					['transfer-encoding : chunked', length, `0\r\n\r\n${hidden}`],
					['content-length: 0', length, hidden],
					['content-length: +5', length, hidden],
					['transfer-encoding: chunked', 'x: 1', `5;\n${hidden}\r\n0\r\n\r\n`]
				] as const,
				async ([one, other, body]) => {
					const text = headOf(volley, [FORM, 'sec-fetch-site: same-origin', one, other]) + body;
					const response = await volley.bytes(text);
					isDefinedOrClosed(response, one);
					const statusLines = response.body.match(/HTTP\/1\.1 \d+/g) ?? [];
					expect(
						statusLines.filter((line) => line.endsWith(' 200')),
						one
					).toEqual([]);
				}
			);
		}
	},
	{
		name: 'HEAD requests and unread responses leave nothing open on the server',
		run: async (volley) => {
			const paths = Array.from({ length: 200 }, () => volley.target.page);
			await forEach(paths, async (path) =>
				isDefined(await volley.send({ method: 'HEAD', path, headers: {} }), 'HEAD')
			);
		}
	},
	{
		name: 'Clients that go away, at the start, within a form and before the answer',
		run: (volley) => {
			const head = headOf(volley, [FORM, 'sec-fetch-site: same-origin', 'content-length: 1000']);
			const visit = headOf(volley, [], `GET ${volley.target.page} HTTP/1.1`);
			return forEach(
				Array.from(
					{ length: 60 },
					(_, index) => [visit, head.slice(0, 40), `${head}a=1`][index % 3]!
				),
				async (text) => void (await volley.bytes(text, { hangUp: true }))
			);
		}
	},
	{
		name: 'Two hundred forms that stop half-way do not keep others waiting',
		run: async (volley) => {
			const half = `${headOf(volley, [FORM, 'sec-fetch-site: same-origin', 'content-length: 60000'])}a=1`;
			const held = Promise.all(Array.from({ length: 200 }, () => volley.bytes(half)));
			for (let visit = 0; visit < 10; visit++) isDefined(await volley.get(), 'a visit');
			await held;
		}
	},
	{
		name: 'A copy of a submission gets the first response, and another id does not',
		run: async (volley) => {
			const id = { 'x-softpost-submission': 'a'.repeat(32) };
			const all = await Promise.all([1, 2, 3].map(() => volley.post('a=1', id)));
			for (const response of all) isDefined(response, 'a copy');
			for (const wrong of ['', 'short', '\u00e9'.repeat(32), 'x'.repeat(5000), '../../key'])
				isDefined(await volley.post('a=1', { 'x-softpost-submission': wrong }), wrong.slice(0, 20));
		}
	},
	{
		name: '2,000 requests with bytes changed at random',
		run: async (volley) => {
			const random = randomFrom(12);
			const texts = [
				headOf(volley, ['connection: close'], `GET ${volley.target.page} HTTP/1.1`),
				headOf(volley, [
					FORM,
					'sec-fetch-site: same-origin',
					'content-length: 7',
					'connection: close'
				]) + 'a=1&b=2',
				headOf(volley, [
					'sec-fetch-site: same-origin',
					`content-type: ${multipart['content-type']}`,
					`content-length: ${whole.length}`,
					'connection: close'
				]) + whole
			];
			const mutated = Array.from({ length: 2000 }, (_, index) => {
				const bytes = Buffer.from(texts[index % texts.length]!, 'latin1');
				for (let change = 0; change < 1 + random() * 4; change++)
					bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
				return bytes;
			});
			await forEach(mutated, async (bytes) =>
				isDefinedOrClosed(
					await volley.bytes(bytes, { hangUp: random() < 0.8 }),
					bytes.toString('latin1')
				)
			);
		}
	}
];
