//! Names of Rust for names on the wire.

// What it writes is a literal of Rust and JSON as well.
pub(crate) use claims::text::quoted;

/// Words that cannot name a field as they are.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// `clientDetails`, `Client Details` and `client-details` are `client_details`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::new();
    let mut before = '_';
    for letter in name.chars() {
        if !letter.is_ascii_alphanumeric() {
            before = '_';
            continue;
        }
        let starts = before == '_' || (letter.is_ascii_uppercase() && !before.is_ascii_uppercase());
        if starts && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
        before = letter;
    }
    if snake.starts_with(|it: char| it.is_ascii_digit()) || snake.is_empty() {
        snake.insert_str(0, "n_");
    }
    snake
}

/// `client_details` is `ClientDetails`.
pub(crate) fn pascal(name: &str) -> String {
    let snake = snake(name);
    let words = snake.split('_').map(|word| {
        let (first, rest) = word.split_at(word.len().min(1));
        first.to_ascii_uppercase() + rest
    });
    words.collect()
}

/// The field for a name on the wire, and whether serde's camel case leads back to it.
pub(crate) fn field(wire: &str) -> (String, bool) {
    let field = snake(wire);
    let pascal = pascal(wire);
    let (first, rest) = pascal.split_at(1);
    let camel = first.to_ascii_lowercase() + rest == wire;
    let field = match field.as_str() {
        word if KEYWORDS.contains(&word) => format!("r#{word}"),
        "self" | "super" | "crate" => format!("{field}_"),
        _ => field,
    };
    (field, camel)
}

/// The words of a title without the verb in front, in the singular where it is a list's.
pub(crate) fn noun(title: &str) -> String {
    const VERBS: &[&str] = &[
        "retrieve", "get", "update", "create", "delete", "list", "look", "find", "add", "remove",
    ];
    let snake = snake(title);
    let noun = match snake.split_once('_') {
        Some((verb, rest)) if VERBS.contains(&verb) => rest,
        _ => &snake,
    };
    let noun = ["a_", "an_", "the_"]
        .iter()
        .find_map(|it| noun.strip_prefix(*it))
        .unwrap_or(noun);
    pascal(noun)
}

/// One of several: `boats` is `boat`, `boatList` is `boat`.
pub(crate) fn singular(name: &str) -> &str {
    let one = name.strip_suffix("List").unwrap_or(name);
    match one.strip_suffix('s') {
        Some(stem)
            if !stem.is_empty() && !stem.ends_with(['s', 'u']) && !one.ends_with("Details") =>
        {
            stem
        }
        _ => one,
    }
}

/// What stands in braces in an address.
pub(crate) fn variables(url: &str) -> impl Iterator<Item = &str> {
    let parts = url.split('{').skip(1);
    parts.filter_map(|it| it.split_once('}').map(|(name, _)| name))
}

/// A default for a part of an address that nobody but the caller knows.
pub(crate) fn placeholder(variable: &str) -> String {
    format!("{variable}.invalid")
}
