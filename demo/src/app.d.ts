/// <reference types="vite/client" />

declare namespace App {
	interface Locals {
		/** The user who is logged in, as `handle` found out; an action that changes it says so here. */
		user: import('./lib/server/db.ts').User | null;
	}
}
