import type { SubmissionStore } from '../../../src/server.ts';

/** A store as Redis would be one: each step takes a while, `add` alone is one step, and all texts are copies. */
export const sharedStore = ({ maxAge = 600_000, delay = 0 } = {}) => {
	const rows = new Map<string, { value: string; expires: number }>();
	const live = (key: string): string | null => {
		const row = rows.get(key);
		return row && row.expires > Date.now() ? row.value : null;
	};
	const put = (key: string, value: string, age: number): void =>
		void rows.set(key, { value, expires: Date.now() + age });
	const trip = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay));
	const store: SubmissionStore = {
		maxAge,
		async add(key, value, age) {
			await trip();
			if (live(key) !== null) return false;
			put(key, value, age);
			return true;
		},
		async get(key) {
			await trip();
			return live(key);
		},
		async set(key, value, age) {
			await trip();
			put(key, value, age);
		},
		async delete(key) {
			await trip();
			rows.delete(key);
		}
	};
	return { store, rows };
};
