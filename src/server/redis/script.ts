import { CLAIM } from '../once/entries.ts';

/**
 * One step of the store, which Redis runs atomically.
 *
 * Redis may lose data in a restart: without an append-only file it comes back empty, with one it may lack the last
 * seconds, and so may a replica that takes over. Each start of Redis therefore is a new generation. When one of our
 * servers meets a generation it did not know, it restores its values; until all have done so, nobody gets a new claim.
 * A server of ours that has just started cannot know of a loss, and makes a generation that is open. The first server
 * that knew an earlier generation closes it.
 *
 * A restored value replaces nothing, except that a response replaces a claim: Redis may have kept the claim and lost
 * the response that followed it.
 *
 * Keys: of the generation, of the value. Arguments: the step; the generation that our server knows, `''` for none; the
 * name for the next generation; how long that is closed, in milliseconds; the value; its lifetime in milliseconds,
 * 0 to delete it; for `replace` the expected value.
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
