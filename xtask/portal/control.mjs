// Control characters in bodies, such as the line ends of a barcode: httpsnippet 3.0.10 writes them
// as they are where a language has the body as a value, and unescapes them where Node has it as
// text. So they are hidden from it behind characters of the private use area, and written here.

const HIDDEN = 0xe000;

// A request whose body's control characters are hidden.
export function hide(request) {
  if (!request.postData) return request;
  const text = JSON.stringify(JSON.parse(request.postData.text), (_, value) => (
    typeof value === 'string'
      ? value.replace(/[\0-\x1f]/g, (one) => String.fromCharCode(HIDDEN + one.charCodeAt(0)))
      : value
  ));
  return { ...request, postData: { ...request.postData, text } };
}

const NAMED = { 9: 't', 10: 'n', 13: 'r' };
const four = (code) => code.toString(16).padStart(4, '0');

// An escape of JSON (RFC 8259, section 7), which Python reads alike.
const json = (code) => `\\${NAMED[code] ?? `u${four(code)}`}`;
// The same in JSON that is the text of a string literal.
const quoted = (code) => `\\${json(code)}`;

// What a run of control characters is in the string literals of a language.
const ESCAPES = {
  cURL: json,
  Ruby: quoted,
  Python: json,
  // Strings between single quotes have no escapes: the run stands between double ones.
  PHP: (code) => `\\${NAMED[code] ?? `u{${code.toString(16)}}`}`,
  Java: quoted,
  Node: quoted,
  Go: quoted,
  Swift: (code) => `\\${NAMED[code] ?? `u{${code.toString(16)}}`}`,
};

// A sample in which they are written as its language does.
export function reveal(code, language) {
  return code.replace(/[\ue000-\ue01f]+/g, (run) => {
    const escaped = [...run].map((one) => ESCAPES[language](one.charCodeAt(0) - HIDDEN)).join('');
    return language === 'PHP' ? `' . "${escaped}" . '` : escaped;
  });
}
