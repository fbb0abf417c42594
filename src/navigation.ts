export { goto, invalidateAll, type GotoOptions } from './navigation/current.ts';
export {
	afterNavigate,
	beforeNavigate,
	onNavigate,
	type BeforeNavigate,
	type Navigation,
	type NavigationTarget,
	type NavigationType
} from './navigation/hooks.ts';
