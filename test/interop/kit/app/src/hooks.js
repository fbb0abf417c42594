import { Money } from '$lib/money.js';

export const transport = {
	Money: {
		encode: (value) => value instanceof Money && value.cents,
		decode: (cents) => new Money(cents)
	}
};
