/** What `$app/stores` is: the page and the navigation as Svelte stores. */
import { toStore } from 'svelte/store';
import { navigating as navigation, page as state } from 'softpost/svelte';

export const page = toStore(() => ({ ...state }));
export const navigating = toStore(() => (navigation.to ? { ...navigation } : null));
