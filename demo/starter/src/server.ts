import { toNodeHandler, type App } from 'softpost/server';

/** What answers requests with the app, in `vite dev` and in the build. README.md has other servers. */
export default (app: App) => toNodeHandler(app);
