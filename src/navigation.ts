export {
	goto,
	invalidate,
	invalidateAll,
	preloadCode,
	preloadData,
	pushState,
	refreshAll,
	replaceState
} from './navigation/app-navigation.ts';
export { disableScrollHandling } from './navigation/unsupported.ts';
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
