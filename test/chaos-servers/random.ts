/** Numbers that a seed repeats (mulberry32). */
export interface Random {
	/** From 0 up to `end`, which it never is. */
	below(end: number): number;
	between(from: number, to: number): number;
	chance(of: number): boolean;
}

export const createRandom = (seed: number): Random => {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	return {
		below: (end) => next() * end,
		between: (from, to) => from + next() * (to - from),
		chance: (of) => next() < of
	};
};
