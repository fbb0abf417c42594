import { CLAIM } from '../once/entries.ts';

/**
 * One step of the store, which Redis does without another in between.
 *
 * Redis may come back without what it knew: without an append-only file it comes back empty, with one it may lack the
 * last seconds, and so may a replica that takes over. A generation tells that a server was started: each of our servers that
 * knew another generation puts in again what it has put in before, and for the time of that no one gets a new claim. One of
 * our servers that was started in the meantime knows of no loss, and makes a generation that is open: the first that knew
 * another closes it.
 *
 * What is put in again takes the place of nothing, but a response that of a claim: Redis may have kept the claim and lost the
 * answer that came after it.
 *
 * Keys: the generation's, the value's. Arguments: the step; the generation that our server knows, `''` for none; the
 * name of the next; how long it is closed, in milliseconds; the value; its age in milliseconds, 0 for none; for
 * `replace` the value that is expected.
 */
export const SCRIPT: string = `
local step, known, name, closed, value, age, expected = unpack(ARGV)
local function isClaim(text) return string.sub(text, 1, 1) == '${CLAIM}' end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local info = redis.call('INFO', 'server')
local server = string.match(info, 'run_id:(%w+)') or ''
local generation = redis.call('GET', KEYS[1])
local isOurs = generation and string.match(generation, '^%w*') == server
local isKnown = known ~= ''
if not isOurs or (isKnown and generation ~= known and string.match(generation, ':0$')) then
	local uptime = tonumber(string.match(info, 'uptime_in_seconds:(%d+)') or 0)
	local isNew = not isKnown and (not generation or uptime * 1000 > 2 * closed)
	local opens = isNew and 0 or now + closed
	generation = server .. ':' .. name .. ':' .. string.format('%.0f', opens)
	redis.call('SET', KEYS[1], generation)
end
if generation ~= known then return { 'generation', generation } end
local current = redis.call('GET', KEYS[2])
if step == 'replace' and current ~= expected then return { 'no' } end
if step == 'add' and current then return { 'no' } end
if step == 'restore' and current and not (isClaim(current) and not isClaim(value)) then return { 'no' } end
if step == 'add' and now < tonumber(string.match(generation, '%d+$')) then return { 'closed' } end
if age == '0' then redis.call('DEL', KEYS[2]) else redis.call('SET', KEYS[2], value, 'PX', age) end
return { 'yes' }
`;
