import { serveFixture } from '../../browser/harness.ts';
import { itRunsSuperforms } from './suite.ts';

itRunsSuperforms({ serve: () => serveFixture('test/interop/superforms/app') });
