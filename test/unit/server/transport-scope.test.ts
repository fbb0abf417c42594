import { describe, expect, it } from 'vitest';
import { deserialize } from '../../../src/index.ts';
import type { AppOptions } from '../../../src/server.ts';
import { testApp } from './setup.ts';

class Money {
	readonly cents: number;
	readonly currency: string;

	constructor(cents: number, currency = 'EUR') {
		this.cents = cents;
		this.currency = currency;
	}
}

const transportOf = (currency: string): NonNullable<AppOptions['transport']> => ({
	Money: {
		encode: (value) => value instanceof Money && value.cents,
		decode: (cents) => new Money(cents, currency)
	}
});

const open = (currency: string, options: Partial<AppOptions> = {}) => {
	const app = testApp(
		{
			'/': {
				page: {
					load: async ({ fetch }) => {
						const init = { method: 'POST', body: new URLSearchParams() };
						const result = deserialize(await (await fetch('/?/pay', init)).text());
						await new Promise((resolve) => setTimeout(resolve, 5));
						const again = deserialize(await (await fetch('/?/pay', init)).text());
						return { paid: [result, again].map((found: any) => found.data.paid) };
					},
					actions: { pay: () => ({ paid: new Money(500) }) }
				}
			}
		},
		{
			transport: transportOf(currency),
			render: ({ page: { data } }) => JSON.stringify(data),
			...options
		}
	);
	return async () => JSON.parse(await (await app.visit('/')).text());
};

describe('deserialize on a server', () => {
	it("decodes the app's custom types within a request", async () => {
		expect(await open('EUR')()).toEqual({
			paid: [
				{ cents: 500, currency: 'EUR' },
				{ cents: 500, currency: 'EUR' }
			]
		});
	});

	it('decodes those of the app that is at work, also where two are', async () => {
		const [euro, dollar] = [open('EUR'), open('USD')];
		const shown = await Promise.all([euro(), dollar(), euro(), dollar()]);
		expect(shown.map(({ paid }) => paid[1].currency)).toEqual(['EUR', 'USD', 'EUR', 'USD']);
	});

	it('decodes them in a render', async () => {
		const text = '{"type":"success","status":200,"data":"[[\\"Money\\",1],5]"}';
		const show = open('EUR', { render: () => JSON.stringify(deserialize(text)) });
		expect(await show()).toMatchObject({ data: { cents: 5, currency: 'EUR' } });
	});

	it('knows none outside of a request', async () => {
		await open('EUR')();
		const text = '{"type":"success","status":200,"data":"[[\\"Money\\",1],5]"}';
		expect(() => deserialize(text)).toThrow(
			expect.objectContaining({ code: 'not_an_action_result' })
		);
		const { data } = deserialize(text, { decoders: { Money: (cents) => ({ cents }) } }) as any;
		expect(data).toEqual({ cents: 5 });
	});
});
