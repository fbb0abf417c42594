import { flushSync, mount } from 'svelte';
import { expect, it, vi } from 'vitest';
import Sign from './Sign.svelte';

// Tests that were written before softpost came mock SvelteKit's module.
const enhance = vi.hoisted(() => vi.fn());
vi.mock('$app/forms', () => ({ enhance }));

it('can be mocked under the name of SvelteKit’s module', () => {
	mount(Sign, { target: document.body });
	flushSync();
	expect(enhance).toHaveBeenCalledWith(document.querySelector('form'), expect.any(Function));
});
