import { describe, expect, it } from 'vitest';
import { formRequest } from '../../../src/server/body/form-request.ts';
import { limitBody } from '../../../src/server/body/limit-body.ts';
import { limitsOf } from '../../../src/server/body/limits.ts';
import type { FormLimits, Part } from '../../../src/server.ts';

const MULTIPART = 'multipart/form-data; boundary=BOUND';
const URLENCODED = 'application/x-www-form-urlencoded';

interface Given {
	type?: string;
	bodyLimit?: number;
	limits?: FormLimits;
}

const posted = (body: BodyInit | null, { type = MULTIPART, ...sizes }: Given = {}) => {
	const headers = type ? { 'content-type': type } : {};
	const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
	const request = formRequest(new Request('http://localhost/', init));
	return { request, ...limitBody(request, limitsOf(sizes)) };
};

/** A multipart body of parts written as `head|content`, lines of the head divided by `;;`. */
const multipart = (...parts: string[]): string =>
	parts
		.map((part) => {
			const [head = '', content = ''] = part.split('|');
			return `--BOUND\r\nContent-Disposition: form-data; ${head.replaceAll(';;', '\r\n')}\r\n\r\n${content}\r\n`;
		})
		.join('') + '--BOUND--\r\n';

const streamOf = (...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> =>
	new ReadableStream({
		start(controller) {
			for (const chunk of chunks)
				controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
			controller.close();
		}
	});

const read = (stream: ReadableStream): Promise<string> => new Response(stream).text();

/** The content of the parts, files as `[name, filename, type, content]`. */
const listed = async (parts: AsyncIterable<Part>): Promise<unknown[]> => {
	const found = [];
	for await (const { name, value, ...file } of parts) {
		found.push(
			file.stream ? [name, file.filename, file.type, await read(file.stream)] : [name, value]
		);
	}
	return found;
};

const entriesOf = async (form: FormData): Promise<unknown[]> =>
	Promise.all(
		[...form].map(async ([name, value]) =>
			typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()]
		)
	);

const thrownBy = (promise: Promise<unknown>): Promise<any> =>
	promise.then(
		() => null,
		(thrown) => thrown
	);

/** Bodies as browsers send them, and what is in them. */
const forms: [what: string, body: string, entries: unknown[]][] = [
	['one field', multipart('name="a"|1'), [['a', '1']]],
	['no field', multipart(), []],
	[
		'fields of one name, in order',
		multipart('name="a"|1', 'name="b"|2', 'name="a"|3'),
		[
			['a', '1'],
			['b', '2'],
			['a', '3']
		]
	],
	[
		'an empty value',
		multipart('name="a"|', 'name=""|x'),
		[
			['a', ''],
			['', 'x']
		]
	],
	['lines', multipart('name="a"|1\r\n2\n\r\n'), [['a', '1\r\n2\n\r\n']]],
	['dashes', multipart('name="a"|--\r\n--BOUN\r\n--\r\n-'), [['a', '--\r\n--BOUN\r\n--\r\n-']]],
	['UTF-8 in names and values', multipart('name="日本"|é😀'), [['日本', 'é😀']]],
	[
		'escapes in names, and what only looks like one',
		multipart('name="a%22b%0D%0Ac%20%2D"; filename="x%22.txt";;Content-Type: text/plain|v'),
		[['a"b\r\nc%20%2D', 'x".txt', 'text/plain', 'v']]
	],
	[
		'backslashes in names',
		multipart('name="a\\"; filename="c:\\x\\y\\";;Content-Type: text/plain|v', 'name="b\\"|w'),
		[
			['a\\', 'c:\\x\\y\\', 'text/plain', 'v'],
			['b\\', 'w']
		]
	],
	[
		'parameters in file names',
		multipart('name="a"; filename="x; name=evil; filename=y";;Content-Type: text/plain|v'),
		[['a', 'x; name=evil; filename=y', 'text/plain', 'v']]
	],
	[
		'a file input without a file',
		multipart('name="f"; filename="";;Content-Type: application/octet-stream|'),
		[['f', '', 'application/octet-stream', '']]
	],
	['a file without a type', multipart('name="f"; filename="x"|v'), [['f', 'x', 'text/plain', 'v']]],
	[
		'a type in capitals',
		multipart('name="f"; filename="x";;Content-Type: Image/PNG|v'),
		[['f', 'x', 'image/png', 'v']]
	]
];

describe('formData()', () => {
	it.each(forms)('reads %s as the platform does', async (_what, body, entries) => {
		const platform = new Request('http://localhost/', {
			method: 'POST',
			body,
			headers: { 'content-type': MULTIPART }
		});
		const found = await entriesOf(await posted(body).request.formData());
		expect(found).toEqual(entries);
		expect(found).toEqual(await entriesOf(await platform.formData()));
	});

	it('reads what FormData writes', async () => {
		const form = new FormData();
		form.append('a"b\r\nc', '1\n2');
		form.append('f', new File(['x'], 'é".txt', { type: 'text/css' }));
		const { request } = posted(form, { type: '' });
		expect(await entriesOf(await request.formData())).toEqual([
			['a"b\r\nc', '1\r\n2'],
			['f', 'é".txt', 'text/css', 'x']
		]);
	});

	it.each([
		[
			'a=1&b=&=2&c',
			[
				['a', '1'],
				['b', ''],
				['', '2'],
				['c', '']
			]
		],
		[
			'a=1+2%2B&a=%C3%A9%FF',
			[
				['a', '1 2+'],
				['a', 'é\ufffd']
			]
		],
		['?a=1', [['?a', '1']]],
		['', []]
	])('reads the urlencoded body "%s"', async (body, entries) => {
		expect([...(await posted(body, { type: URLENCODED }).request.formData())]).toEqual(entries);
	});

	it('keeps a byte order mark that the user sent', async () => {
		expect([...(await posted(multipart('name="a"|\ufeffx')).request.formData())]).toEqual([
			['a', '\ufeffx']
		]);
	});

	it('takes names without quotes, as programs write them', async () => {
		const body = multipart('name=a; filename=x.txt|1');
		expect(await entriesOf(await posted(body).request.formData())).toEqual([
			['a', 'x.txt', 'text/plain', '1']
		]);
	});

	it('takes a boundary in quotes and parameters in capitals', async () => {
		for (const type of [
			'multipart/form-data; boundary="BOUND"',
			'Multipart/Form-Data;Boundary=BOUND'
		])
			expect([...(await posted(multipart('name="a"|1'), { type }).request.formData())]).toEqual([
				['a', '1']
			]);
	});

	it('reads of a header that is there twice the last', async () => {
		const body = multipart('name="a";;Content-Disposition: form-data; name="b"|1');
		expect([...(await posted(body).request.formData())]).toEqual([['b', '1']]);
	});

	it('passes over what stands before the first boundary and after the last', async () => {
		for (const body of [
			`before\r\n${multipart('name="a"|1')}after: \u0000`,
			streamOf(multipart('name="a"|1'), '\u0000 after'),
			multipart('name="a"|1').trimEnd()
		])
			expect([...(await posted(body).request.formData())]).toEqual([['a', '1']]);
	});

	it.each([
		['no body', null],
		['an empty body', ''],
		['no boundary in it', 'hello'],
		['another boundary', multipart('name="a"|1').replaceAll('BOUND', 'OTHER')],
		['no end', multipart('name="a"|1').slice(0, -6)],
		['an end within a head', '--BOUND\r\nContent-Disposition: form-'],
		['a part without a name', multipart('filename="x"|1')],
		['a name without an end', multipart('name="a|1')],
		['a part that is no form data', multipart('name="a"|1').replace('form-data', 'attachment')],
		['a part without a disposition', '--BOUND\r\nX-Y: z\r\n\r\n1\r\n--BOUND--\r\n'],
		['a head that is none', '--BOUND\r\n\u0000\r\n\r\n1\r\n--BOUND--\r\n'],
		['a head without an end', `--BOUND\r\nX-Y: ${'z'.repeat(100_000)}`],
		['a file name that cannot be decoded', multipart('name="a"; filename*=UTF-8\'\'%zz|1')]
	])('refuses a multipart body with %s', async (_what, body) => {
		expect(await thrownBy(posted(body).request.formData())).toMatchObject({ status: 400 });
	});

	it('refuses a multipart body whose content type names no boundary', async () => {
		const { request } = posted(multipart('name="a"|1'), { type: 'multipart/form-data' });
		expect(await thrownBy(request.formData())).toMatchObject({ status: 400 });
	});

	it.each(['application/json', 'multipart/mixed; boundary=BOUND', ''])(
		'refuses a body of type "%s"',
		async (type) => {
			const body = new TextEncoder().encode(multipart('name="a"|1'));
			expect(await thrownBy(posted(body, { type }).request.formData())).toMatchObject({
				status: 415
			});
		}
	);

	it('reads once, and again from a clone', async () => {
		const { request } = posted(multipart('name="a"|1'));
		const clone = request.clone();
		expect([...(await request.formData())]).toEqual([['a', '1']]);
		expect(await thrownBy(request.formData())).toBeInstanceOf(TypeError);
		expect([...(await clone.clone().formData())]).toEqual([['a', '1']]);
	});

	it('has the limits in a clone too', async () => {
		const { request, error } = posted('a=1&b=2', { type: URLENCODED, limits: { fields: 1 } });
		expect(await thrownBy(request.clone().formData())).toMatchObject({ code: 'body_limit' });
		expect(error()).toMatchObject({ status: 413 });
	});
});

describe('parts()', () => {
	it.each(forms)('finds %s, however the body is cut', async (_what, body, entries) => {
		const bytes = new TextEncoder().encode(body);
		for (let cut = 0; cut <= bytes.length; cut++) {
			const stream = streamOf(bytes.slice(0, cut), bytes.slice(cut));
			const found = await listed(posted(stream).parts());
			expect(JSON.stringify(found).replace('Image/PNG', 'image/png')).toBe(JSON.stringify(entries));
		}
		const single = [...bytes].map((byte) => new Uint8Array([byte]));
		expect(await listed(posted(streamOf(...single)).parts())).toHaveLength(entries.length);
	});

	it('finds the entries of the encodings without files', async () => {
		expect(await listed(posted('a=1&b=2', { type: URLENCODED }).parts())).toEqual([
			['a', '1'],
			['b', '2']
		]);
		expect(await listed(posted('a=1\r\n', { type: 'text/plain' }).parts())).toEqual([['a', '1']]);
		expect(await listed(posted(null, { type: URLENCODED }).parts())).toEqual([]);
	});

	it('finds none in a request that has no body', async () => {
		const request = new Request('http://localhost/', { headers: { 'content-type': URLENCODED } });
		expect(await listed(limitBody(request, limitsOf({})).parts())).toEqual([]);
	});

	it('says so where something else has read the form', async () => {
		const { request, parts } = posted(multipart('name="a"|1'));
		await request.text();
		expect(await thrownBy(listed(parts()))).toBeInstanceOf(TypeError);
	});

	it('gives a file before the whole of it has arrived', async () => {
		let send!: ReadableStreamDefaultController<string>;
		const stream = new ReadableStream<string>({ start: (controller) => void (send = controller) });
		send.enqueue('--BOUND\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\nbegin');
		const parts = posted(stream.pipeThrough(new TextEncoderStream())).parts();
		const { value: part } = await parts.next();
		const reader = part!.stream!.getReader();
		expect(new TextDecoder().decode((await reader.read()).value)).toBe('begin');
		send.enqueue('ning\r\n--BOUND--\r\n');
		send.close();
		expect(new TextDecoder().decode((await reader.read()).value)).toBe('ning');
		expect(await reader.read()).toMatchObject({ done: true });
		expect(await parts.next()).toMatchObject({ done: true });
	});

	it('skips what of a file is not read', async () => {
		const body = multipart('name="f"; filename="x"|1234', 'name="g"; filename="y"|5', 'name="a"|6');
		const seen = [];
		for await (const part of posted(body).parts()) {
			seen.push(part.name);
			// One chunk of the first, nothing of the second.
			if (part.name === 'f') await part.stream?.getReader().read();
		}
		expect(seen).toEqual(['f', 'g', 'a']);
	});

	it('says so where a file is read after its turn', async () => {
		const body = multipart('name="f"; filename="x"|1234', 'name="a"|6');
		const parts: Part[] = [];
		for await (const part of posted(body).parts()) parts.push(part);
		expect(await thrownBy(read(parts[0]!.stream!))).toMatchObject({
			code: 'part_passed',
			message: expect.stringMatching(/"f".*inside the loop/)
		});
	});

	it('ends with the loop: the rest of the body is not read', async () => {
		let pulled = 0;
		const begin = multipart('name="a"|1', 'name="f"; filename="x"|').split('\r\n--BOUND--')[0]!;
		const stream = new ReadableStream({
			pull(controller) {
				controller.enqueue(pulled++ ? new Uint8Array(1000) : new TextEncoder().encode(begin));
			}
		});
		for await (const part of posted(stream, { bodyLimit: Infinity }).parts()) {
			expect(part.name).toBe('a');
			break;
		}
		const after = pulled;
		await new Promise((done) => setTimeout(done, 10));
		expect(pulled).toBe(after);
	});
});

describe('the limits of a form', () => {
	const file = (name: string, size: number) => `name="${name}"; filename="x"|${'x'.repeat(size)}`;
	const field = (name: string, size: number) => `name="${name}"|${'x'.repeat(size)}`;
	const limits = { fields: 2, fieldSize: 10, files: 2, fileSize: 20 };

	it.each([
		['fields', multipart(field('a', 10), field('b', 10), file('f', 20), file('g', 20))],
		['urlencoded fields', 'a=xxxxxxxxxx&b=', URLENCODED],
		['encoded characters', 'a=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9', URLENCODED],
		['plain fields', 'a=xxxxxxxxxx\r\nb=1\r\n', 'text/plain']
	])('let through just as many and as large %s', async (_what, body, type = MULTIPART) => {
		const { request, check } = posted(body, { type, limits });
		expect([...(await request.formData())].length).toBeGreaterThan(0);
		expect(check).not.toThrow();
	});

	it.each([
		['fields', multipart(field('a', 1), field('b', 1), field('c', 1)), /more than 2 fields/],
		['files', multipart(file('f', 1), file('g', 0), file('h', 1)), /more than 2 files/],
		['a field', multipart(field('a', 11)), /The field "a" is larger than 10 bytes/],
		['a file', multipart(file('f', 21)), /The file "f" is larger than 20 bytes/],
		['urlencoded fields', 'a&b&c', /more than 2 fields/, URLENCODED],
		['a urlencoded field', 'a=xxxxxxxxxxx', /The field "a" is larger than 10 bytes/, URLENCODED],
		['a field by its bytes', `a=${'é'.repeat(6)}`, /The field "a"/, URLENCODED],
		['a plain field', 'a=xxxxxxxxxxx', /The field "a" is larger than 10 bytes/, 'text/plain'],
		['a long name', multipart(field('n'.repeat(2000), 11)), /The field "n{100}" is larger/]
	])('refuse more, or more of %s', async (_what, body, message, type = MULTIPART) => {
		for (const way of ['formData', 'parts'] as const) {
			const { request, parts, error } = posted(body, { type, limits: { ...limits } });
			const thrown = await thrownBy(way === 'parts' ? listed(parts()) : request.formData());
			expect(thrown).toMatchObject({ code: 'body_limit', data: { limit: expect.any(Number) } });
			expect(error()?.status).toBe(413);
			// Of a form without files, parts() holds no more than one field.
			const held = way === 'parts' && type !== MULTIPART;
			expect(error()?.body.message).toMatch(held ? /larger|more/ : message);
		}
	});

	it('end a file within its stream, and the loop around it', async () => {
		const { parts, error } = posted(multipart(file('f', 21), field('a', 1)), { limits });
		const caught: unknown[] = [];
		const loop = async () => {
			for await (const { name, stream } of parts())
				caught.push(name, await thrownBy(read(stream!)));
		};
		expect(await thrownBy(loop())).toMatchObject({ code: 'body_limit' });
		expect(caught).toEqual(['f', expect.objectContaining({ code: 'body_limit' })]);
		expect(error()).toMatchObject({ status: 413 });
	});

	it('hold for a file that is skipped', async () => {
		const { parts } = posted(multipart(file('f', 21)), { limits });
		const skipped = async () => {
			for await (const _part of parts());
		};
		expect(await thrownBy(skipped())).toMatchObject({ code: 'body_limit' });
	});

	it('leave a form without files that is read in parts no larger than one field', async () => {
		const body = 'a=xxxxxxxxxx&b=xxxxxxxxxx';
		const { parts } = posted(body, { type: URLENCODED, limits });
		expect(await thrownBy(listed(parts()))).toMatchObject({
			code: 'body_limit',
			message: 'A form without files is larger than 10 bytes'
		});
	});

	it('stop the reading of an endless file', async () => {
		let pulled = 0;
		const head = new TextEncoder().encode(
			'--BOUND\r\nContent-Disposition: form-data; name="f"; filename="x"\r\n\r\n'
		);
		const stream = new ReadableStream({
			pull(controller) {
				controller.enqueue(pulled++ ? new Uint8Array(1000) : head);
			}
		});
		const { request } = posted(stream, { bodyLimit: Infinity, limits: { fileSize: 5000 } });
		expect(await thrownBy(request.formData())).toMatchObject({ code: 'body_limit' });
		const after = pulled;
		await new Promise((done) => setTimeout(done, 10));
		expect([pulled, pulled < 20]).toEqual([after, true]);
	});

	it.each([
		['bodyLimit', { bodyLimit: NaN }],
		['fields', { limits: { fields: -1 } }],
		['fileSize', { limits: { fileSize: '5MB' as never } }]
	])('must be numbers: %s', (name, sizes) => {
		expect(() => limitsOf(sizes)).toThrow(
			expect.objectContaining({ code: 'limit', message: expect.stringContaining(name) })
		);
	});

	it('are those of people and browsers where nothing is said', () => {
		expect(limitsOf({ limits: {} })).toEqual({
			bodyLimit: 2 ** 20,
			fields: 1000,
			fieldSize: 2 ** 20,
			files: 100,
			fileSize: Infinity
		});
	});
});
