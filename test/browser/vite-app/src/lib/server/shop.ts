import { Price } from '$lib/price';

export const orders: string[] = [];

export const items = { tea: new Price(350), cup: new Price(1200) };
