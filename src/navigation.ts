export {
	goto,
	invalidate,
	invalidateAll,
	pushState,
	refreshAll,
	replaceState
} from './navigation/app-navigation.ts';
export { disableScrollHandling, preloadCode, preloadData } from './navigation/unsupported.ts';
export type { GotoOptions } from './navigation/navigator.ts';
export {
	afterNavigate,
	beforeNavigate,
	onNavigate,
	type BeforeNavigate,
	type Navigation,
	type NavigationTarget,
	type NavigationType
} from './navigation/hooks.ts';
