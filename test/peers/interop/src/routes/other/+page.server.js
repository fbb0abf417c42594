import { error, fail, redirect } from '@sveltejs/kit';
import { actionsWith } from '../../../../../interop/sveltekit/actions.ts';

export const actions = actionsWith({ error, fail, redirect });
