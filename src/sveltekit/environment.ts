import { BROWSER, DEV } from 'esm-env';

declare const __SOFTPOST_VERSION__: string | undefined;

/** Whether the code runs in a browser. */
export const browser: boolean = BROWSER;

/** Whether it was built for development. */
export const dev: boolean = DEV;

/** Always `false`: the app's code never runs during a build, because softpost does not prerender. */
export const building = false;

/** The name of this build, as `softpost/vite` sets it; `''` without the plugin. */
export const version: string =
	typeof __SOFTPOST_VERSION__ === 'undefined' ? '' : __SOFTPOST_VERSION__;
