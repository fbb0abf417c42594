/**
 * Runs statements one after the other.
 *
 * @param {import('@libsql/client').Client} client
 * @param {import('@libsql/client').InStatement[]} statements
 * @returns {Promise<import('./connection.ts').Result[]>} as plain objects, which can go from a thread to another
 */
export const runAll = async (client, statements) => {
	const results = [];
	for (const statement of statements) {
		const { columns, rows, rowsAffected } = await client.execute(statement);
		const plain = rows.map((row) =>
			Object.fromEntries(columns.map((name, index) => [name, row[index]]))
		);
		results.push({ rows: plain, rowsAffected });
	}
	return results;
};
