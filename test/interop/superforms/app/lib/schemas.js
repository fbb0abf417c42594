import * as v from 'valibot';

export const profile = v.object({
	name: v.pipe(v.optional(v.string(), ''), v.minLength(2, 'Too short')),
	city: v.optional(v.string(), '')
});

export const order = v.object({
	customer: v.object({ name: v.pipe(v.optional(v.string(), ''), v.minLength(1, 'Who?')) }),
	items: v.optional(
		v.array(
			v.object({
				title: v.pipe(v.optional(v.string(), ''), v.minLength(1, 'Title missing')),
				amount: v.optional(v.number(), 1)
			})
		),
		[
			{ title: 'Tea', amount: 2 },
			{ title: 'Milk', amount: 1 }
		]
	),
	due: v.optional(v.date(), new Date('2026-01-02T03:04:05Z'))
});
