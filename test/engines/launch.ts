import { launchChromium } from './chromium.ts';
import type { Engine, EngineName } from './engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

/** How each engine is started. */
export const launch: Record<EngineName, () => Promise<Engine>> = {
	chromium: launchChromium,
	firefox: launchFirefox,
	webkit: launchWebKit
};
