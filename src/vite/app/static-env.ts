const PUBLIC = 'PUBLIC_';

/** A valid name of an export. */
const NAME = /^[A-Za-z_$][\w$]*$/;

const RESERVED = new Set(
	'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield arguments eval'.split(
		' '
	)
);

/** The modules whose exports are the variables of the build. */
export const STATIC_ENV: RegExp = /^\$env\/static\/(private|public)$/;

/** The variables of one kind whose names can be exports. */
export const variablesOf = (
	env: Record<string, string>,
	kind: string
): [name: string, value: string][] =>
	Object.entries(env).filter(
		([name]) =>
			NAME.test(name) && !RESERVED.has(name) && name.startsWith(PUBLIC) === (kind === 'public')
	);

/** The text of `$env/static/private` or `$env/static/public`. */
export const staticEnv = (env: Record<string, string>, kind: string): string =>
	variablesOf(env, kind)
		.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
		.join('\n');
