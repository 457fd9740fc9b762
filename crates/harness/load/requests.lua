-- Sends one request over and over, beneath every copy of the paths in turn, and counts what came back.
-- Arguments: method, path, number of copies, body or "", then the headers, each as "Name: value".

local requests = {}
local last = 0

function init(args)
  local method, path, copies, body = args[1], args[2], tonumber(args[3]), args[4]
  local headers = {}
  for index = 5, #args do
    local name, value = args[index]:match("^([^:]+): (.*)$")
    headers[name] = value
  end
  if body == "" then
    body = nil
  end
  for copy = 0, copies - 1 do
    -- The paths themselves are the first copy.
    local prefix = copy == 0 and "" or "/copy-" .. copy
    requests[copy + 1] = wrk.format(method, prefix .. path, headers, body)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end

-- One line that a program reads; times are in microseconds.
function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    'measured {"requests": %d, "duration": %d, "p50": %d, "p99": %d, "refused": %d, "broken": %d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout
  ))
end
