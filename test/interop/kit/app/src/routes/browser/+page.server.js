import { actions as all } from '$lib/actions.js';

export const load = () => ({ name: 'Ann' });

export const actions = { save: all.save, wrong: all.wrong };
