import { actions as all } from '$lib/actions.js';

export const actions = { save: all.save, wrong: all.wrong };
