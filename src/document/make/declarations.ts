/** Matches the tokens of a classic script, as far as needed to find declarations. */
const TOKEN =
	/\/\*[^]*?\*\/|\/\/.*|<!--.*|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|[\w$\u0080-\uffff]+|[^\s]/g;

const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^[/\\\n])+\/[\w$]*/y;

/** A value follows these, so a slash begins a regular expression, and `class` an expression. */
const BEFORE_VALUE =
	/^(?:[=(,:?[&|+\-*!~^%<>{;}]|return|new|typeof|extends|in|of|void|delete|throw|case|await|yield|default|instanceof|do|else)$/;

const isDeclaration = (word: string, before: string): boolean =>
	before !== '.' &&
	(word === 'let' ||
		word === 'const' ||
		(word === 'class' && (/^[;{}]?$/.test(before) || !BEFORE_VALUE.test(before))));

/** The tokens of a script, without comments. A template's text is one token, and so is a regular expression. */
class Tokens {
	readonly #code: string;
	readonly #tokens = new RegExp(TOKEN);
	/** The depths at which values in templates began. */
	readonly #templates: number[] = [];
	/** How many brackets are open. */
	depth = 0;
	/** The token before the last. */
	before = '';
	#last = '';

	constructor(code: string) {
		this.#code = code;
	}

	/** The next token; `undefined` at the end. */
	next(): string | undefined {
		const match = this.#tokens.exec(this.#code);
		if (!match) return undefined;
		const [token] = match;
		if (/^(\/[*/]|<!--)/.test(token)) return this.next();
		this.before = this.#last;
		this.#last = token;
		if (token === '/') this.#skipRegex(match.index);
		else if (token === '`') this.#skipTemplate();
		else if (/^[{([]$/.test(token)) this.depth++;
		else if (/^[})\]]$/.test(token)) this.#close(token);
		return token;
	}

	#skipRegex(index: number): void {
		if (this.before && !BEFORE_VALUE.test(this.before)) return;
		REGEX.lastIndex = index;
		if (REGEX.test(this.#code)) this.#tokens.lastIndex = REGEX.lastIndex;
	}

	/** Goes to the end of a template's text: behind its backtick, or into the value of a `${`. */
	#skipTemplate(): void {
		const text = /(?:\\[^]|\$(?!\{)|[^`$\\])*(`|\$\{)/y;
		text.lastIndex = this.#tokens.lastIndex;
		const [, closing] = text.exec(this.#code) ?? [];
		this.#tokens.lastIndex = closing ? text.lastIndex : this.#code.length;
		this.#last = closing === '${' ? '(' : '`';
		if (closing === '${') this.#templates.push(this.depth++);
	}

	#close(token: string): void {
		this.depth--;
		if (token !== '}' || this.#templates.at(-1) !== this.depth) return;
		this.#templates.pop();
		this.#skipTemplate();
	}
}

/**
 * Whether a classic script declares `let`, `const` or `class` at its top level: such a script cannot run
 * twice in one window.
 */
export const declaresAtTopLevel = (code: string): boolean => {
	const tokens = new Tokens(code);
	for (let token = tokens.next(); token !== undefined; token = tokens.next())
		if (!tokens.depth && isDeclaration(token, tokens.before)) return true;
	return false;
};
