export { goto, invalidateAll } from './navigation/current.ts';
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
