// What was looked at and what was wrong, for `cargo xtask portal-test` to say.

export function newReport(only) {
  const problems = [];
  const passed = [];
  const seen = new Set();

  // One problem: where, what sort, what. The same problem of the same place is told once.
  const problem = (where, kind, text) => {
    const place = where.replace(/^http:\/\/127\.0\.0\.1:\d+\//, '');
    const key = [place, kind, text].join('\n');
    if (!seen.has(key)) problems.push({ where: place, kind, text });
    seen.add(key);
  };

  // Runs a group of checks, unless another one alone is asked for; what it returns says what was
  // looked at.
  const group = async (name, look) => {
    if (only && name !== only) return;
    const before = problems.length;
    const began = Date.now();
    let what = '';
    try {
      what = await look();
    } catch (error) {
      problem(name, 'could not be tested', String(error.message ?? error).slice(0, 800));
    }
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    passed.push({ name, good: problems.length === before, what: `${what ?? ''} (${seconds} s)`.trim() });
  };

  return { problem, group, print: () => process.stdout.write(JSON.stringify({ groups: passed, problems })) };
}
