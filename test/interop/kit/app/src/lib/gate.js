/** Actions wait here until the test lets them go on. */
let waiting = [];

/** Waits for `open`. */
export const pass = () => new Promise((resolve) => waiting.push(resolve));

/** Lets all that wait go on; answers how many. */
export const open = () => {
	const all = waiting;
	waiting = [];
	for (const go of all) go();
	return all.length;
};
