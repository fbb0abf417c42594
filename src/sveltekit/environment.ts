import { BROWSER, DEV } from 'esm-env';

declare const __SOFTPOST_VERSION__: string | undefined;

/** Whether the code runs in a browser. */
export const browser: boolean = BROWSER;

/** Whether it was built for development. */
export const dev: boolean = DEV;

/** Whether the app is being built. Its code never runs then: nothing is rendered ahead of time. */
export const building = false;

/** The name of this build, as `softpost/vite` sets it; `''` without the plugin. */
export const version: string =
	typeof __SOFTPOST_VERSION__ === 'undefined' ? '' : __SOFTPOST_VERSION__;
