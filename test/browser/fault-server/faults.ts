/** An answer that is no action result, as something between browser and app may give it. */
export interface Garbled {
	status: number;
	headers: Record<string, string>;
	body: string;
}

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };

/** The answers that people have met instead of an action's. */
export const garbled = {
	tooLarge: { status: 413, headers: { 'content-type': 'text/plain' }, body: 'Payload Too Large' },
	badGateway: { status: 502, headers: html, body: '<h1>502 Bad Gateway</h1>' },
	empty: { status: 200, headers: json, body: '' },
	null: { status: 200, headers: json, body: 'null' },
	truncated: { status: 200, headers: json, body: '{"type":"success","status":2' },
	untyped: { status: 200, headers: json, body: '{"ok":true}' },
	attachment: {
		status: 200,
		headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="a.csv"' },
		body: 'a,b\n1,2\n'
	},
	/** A page that was asked for again by the fetch that follows the redirect. */
	wall: { status: 303, headers: { location: '/login' }, body: '' }
} satisfies Record<string, Garbled>;

export type GarbledName = keyof typeof garbled;

/**
 * What goes wrong with one request. `handled` says whether the app has handled it before.
 *
 * - `delay`: the answer comes later, by so many ms
 * - `hold`: the answer comes when a test says so (`FaultServer.hold`)
 * - `silence`: no answer comes, and the connection stays
 * - `close`, `reset`: the connection ends without an answer, by FIN or by RST
 * - `cut`: the connection ends within the headers or within the body of the answer
 * - `garble`: another answer comes
 */
export type Fault =
	| { kind: 'delay'; ms: number }
	| { kind: 'hold'; until: Promise<void> }
	| { kind: 'silence'; handled: boolean }
	| { kind: 'close'; handled: boolean }
	| { kind: 'reset'; handled: boolean }
	| { kind: 'cut'; within: 'headers' | 'body' }
	| { kind: 'garble'; handled: boolean; answer: GarbledName };
