export {
	goto,
	invalidate,
	invalidateAll,
	preloadData,
	pushState,
	refreshAll,
	replaceState
} from './navigation/app-navigation.ts';
export { disableScrollHandling, preloadCode } from './navigation/unsupported.ts';
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
