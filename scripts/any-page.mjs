/**
 * `npm run any-page`: starts the example apps of `demo/any-page/`. With `-- --engine firefox` (or more, by
 * repeating it) it runs the table of `test/any-page/` there instead: the outcome with one script tag is the
 * outcome without JavaScript.
 */
import { parseArgs } from 'node:util';
import { startExamples } from '../test/any-page/start-examples.mjs';
import { runInEngines } from './lib/vitest.mjs';

const { values } = parseArgs({ options: { engine: { type: 'string', multiple: true } } });

if (values.engine) await runInEngines('any-page', { asked: values.engine });
else await startExamples();
