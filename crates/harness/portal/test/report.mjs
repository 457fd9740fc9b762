// What was looked at and what was wrong, for `cargo harness portal-test` to say.

export function newReport(only) {
  const problems = new Map();
  const passed = [];

  // One problem: where, what sort, what. One that many pages have, by what is the same in all of
  // them, is told of the first and counted.
  const problem = (where, kind, text, same = text) => {
    const place = where.replace(/^http:\/\/127\.0\.0\.1:\d+\//, '');
    const key = [kind, same].join('\n');
    const known = problems.get(key) ?? { places: new Set(), kind, text };
    known.places.add(place);
    problems.set(key, known);
  };

  // Looks at one thing of many: what cannot be tested there is a problem of it alone.
  const attempt = async (where, look) => {
    try {
      await look();
    } catch (error) {
      problem(where, 'could not be tested', String(error.message ?? error).split('\n').slice(0, 3).join(' '));
    }
  };

  // Runs a group of checks, unless another one alone is asked for; what it returns says what was
  // looked at.
  const group = async (name, look) => {
    if (only && name !== only) return;
    const before = problems.size;
    const began = Date.now();
    let what = '';
    await attempt(name, async () => { what = await look(); });
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    passed.push({ name, good: problems.size === before, what: `${what ?? ''} (${seconds} s)`.trim() });
  };

  const told = () => [...problems.values()].map(({ places: [first, ...others], kind, text }) => (
    { where: others.length > 0 ? `${first}, and ${others.length} more` : first, kind, text }));
  const print = () => process.stdout.write(JSON.stringify({ groups: passed, problems: told() }));
  return { problem, attempt, group, print };
}
