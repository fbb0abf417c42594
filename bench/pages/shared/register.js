import { FIELDS } from './fields.js';

/** @type {{ name: string, turn: string }[]} */
let latest = [];

/** The page's data: the last registrations. */
export const load = () => ({ latest });

/**
 * The action of every candidate. Messages and data name the turn, so that the browser knows which submission they show.
 *
 * @param {Pick<FormData, 'get'>} form
 * @returns {{ errors: Record<string, string>, values: Record<string, string> } | null} a failure
 */
export const register = (form) => {
	/** @type {Record<string, string>} */
	const values = {};
	/** @type {Record<string, string>} */
	const errors = {};
	const turn = String(form.get('turn'));
	for (const field of FIELDS) {
		values[field] = String(form.get(field) ?? '');
		if (!values[field]) errors[field] = `Enter your ${field} (${turn})`;
	}
	for (const _ in errors) return { errors, values };
	latest = [{ name: values.name, turn }, ...latest].slice(0, 5);
	return null;
};
