export class Price {
	cents: number;

	constructor(cents: number) {
		this.cents = cents;
	}

	toString(): string {
		return `${(this.cents / 100).toFixed(2)} €`;
	}
}
