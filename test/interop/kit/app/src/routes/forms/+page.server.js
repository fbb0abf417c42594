import { actions as all } from '$lib/actions.js';

export const actions = all;
