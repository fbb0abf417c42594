/**
 * One step of the store, which Redis does without another in between.
 *
 * Redis may come back without what it knew, such as after a crash without an append-only file. A generation tells:
 * it is made anew then, and each server that knew another puts in again what it has put in before. For the time of
 * that nobody gets a new claim.
 *
 * Keys: the generation's, the value's. Arguments: the step; the generation that the server knows, `''` for none; the
 * name of the next; how long it is closed, in milliseconds; the value; its age in milliseconds, 0 for none; for
 * `replace` the value that is expected.
 */
export const SCRIPT = `
local step, known, name, closed, value, age, expected = unpack(ARGV)
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local generation = redis.call('GET', KEYS[1])
if not generation then
	local opens = known == '' and 0 or now + closed
	generation = name .. ':' .. string.format('%.0f', opens)
	redis.call('SET', KEYS[1], generation)
end
if generation ~= known then return { 'generation', generation } end
local current = redis.call('GET', KEYS[2])
if step == 'replace' and current ~= expected then return { 'no' } end
if (step == 'add' or step == 'restore') and current then return { 'no' } end
if step == 'add' and now < tonumber(string.match(generation, '%d+$')) then return { 'closed' } end
if age == '0' then redis.call('DEL', KEYS[2]) else redis.call('SET', KEYS[2], value, 'PX', age) end
return { 'yes' }
`;
