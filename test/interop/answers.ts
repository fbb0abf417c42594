import { expect } from 'vitest';

/** The expected outcome of a submission: in the callback, and on the page. */
export interface Answer {
	/** The button, by the URL that it posts to. */
	action: string;
	/** What the callback is given, but for the `location` that not every server sends. */
	result: { type: string; status?: number; [key: string]: unknown };
	/** What `update()` then does to the page and the navigation. */
	steps: unknown[][];
}

const message = expect.any(String);
const saved = { saved: 'Zoë', at: 'Date 2024-02-29T12:00:00.000Z', tags: 'Map [["a",1]]' };
const wrong = { name: 'Zoë', wrong: true };

const refused = (action: string, status: number): Answer => ({
	action,
	result: { type: 'error', status, error: expect.objectContaining({ message }) },
	steps: [['showError', expect.objectContaining({ message }), status]]
});

/**
 * The same for every server: the actions `save`, `nothing`, `wrong`, `away`, `teapot` and `crash` of `/`, `save` of
 * `/other`, an action that is none, and a page without any.
 *
 * @param origin the server's
 */
export const answers = (origin: string): Answer[] => [
	{
		action: '/?/save',
		result: { type: 'success', status: 200, data: saved },
		steps: [
			['invalidateAll', { form: saved, status: 200 }],
			['set', { form: saved, status: 200 }]
		]
	},
	{
		action: '/?/nothing',
		result: { type: 'success', status: 204 },
		steps: [
			['invalidateAll', expect.objectContaining({ status: 204 })],
			['set', expect.objectContaining({ status: 204 })]
		]
	},
	{
		action: '/?/wrong',
		result: { type: 'failure', status: 422, data: wrong },
		steps: [['set', { form: wrong, status: 422 }]]
	},
	{
		action: '/?/away',
		result: { type: 'redirect', status: 303, location: '/other?from=away' },
		steps: [['goto', `${origin}/other?from=away`, { invalidateAll: true }]]
	},
	{
		action: '/other?/save',
		result: { type: 'success', status: 200, data: saved },
		steps: [['invalidateAll']]
	},
	{
		action: '/?/teapot',
		result: { type: 'error', status: 418, error: expect.objectContaining({ message: 'Teapot' }) },
		steps: [['showError', expect.objectContaining({ message: 'Teapot' }), 418]]
	},
	refused('/?/crash', 500),
	refused('/?/unknown', 404),
	refused('/bare', 405)
];

/** The page: one form with a button for each action, and what softpost's browser half does with it in `script`. */
export const actionsOf = (): string[] => answers('').map(({ action }) => action);
