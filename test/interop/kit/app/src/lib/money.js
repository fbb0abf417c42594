/** A type of the app's own, which the `transport` hook takes over the wire. */
export class Money {
	constructor(cents) {
		this.cents = cents;
	}
}
