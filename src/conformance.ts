#!/usr/bin/env node
import { main } from './conformance/main.ts';
import { readWire } from './conformance/vectors.ts';

process.exitCode = await main(process.argv.slice(2), await readWire(import.meta.url), (line) =>
	console.log(line)
);
