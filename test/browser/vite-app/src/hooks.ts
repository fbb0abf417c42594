import { Price } from '$lib/price';

export const transport = {
	Price: {
		encode: (value: unknown) => value instanceof Price && value.cents,
		decode: (cents: number) => new Price(cents)
	}
};
