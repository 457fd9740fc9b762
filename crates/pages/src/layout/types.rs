//! A page's type as words of JSON Schema: `List<Boat>`, `string[]`, `integer (int32)`.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Layout;

/// A type in the words of JSON Schema.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Type {
    /// `string`, `array of object`.
    pub(super) name: String,
    pub(super) format: Option<String>,
    /// The bound of a text, `string (36)`, or the digits of a number, `number (18,2)`.
    pub(super) bound: Option<String>,
    /// A name that the layout does not know: of a schema of the page, perhaps.
    pub(super) schema: Option<String>,
}

/// `enum[X]`, `array of X`, `List<X>`, `X[]`, `[X]`, `X array`, in this order; the group is the items' type.
static ARRAYS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    regexes(&[
        r"^(?i:enum) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(?i:an? )?(?i:array|list|set|collection)s?(?i: of )(?i:an? )?(.+)$",
        r"^(?i:array|list|set|collection) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(.+?) ?\[\]$",
        r"^\[ ?(.+?) ?\]$",
        r"^(.+?)(?i: (?:array|list))$",
    ])
});

/// `string(uuid)`, `string <date-time>`, `integer/int32`, `string (36)`.
static FORMAT: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    regexes(&[r"^(\w+) ?[(<\[/] ?(?:format: )?([a-z][\w-]*|\d+(?:, ?\d+)?) ?[)>\]]?$"])
});

fn regexes(texts: &[&str]) -> Vec<Regex> {
    texts
        .iter()
        .filter_map(|text| Regex::new(text).ok())
        .collect()
}

impl Layout {
    /// The type that a text names; nothing if it names none and is no single word.
    pub(super) fn type_of(&self, text: &str) -> Option<Type> {
        self.type_within(text.trim(), 0)
    }

    fn type_within(&self, text: &str, depth: usize) -> Option<Type> {
        const DEEPEST: usize = 8;
        let lower = text.to_lowercase();
        let known = [&*lower, lower.trim_end_matches('s')];
        if let Some(known) = known.iter().find_map(|name| self.types.get(*name)) {
            let (name, format) = known
                .split_once(' ')
                .map_or((&**known, None), |(name, format)| (name, Some(format)));
            let (name, format) = (name.to_owned(), format.map(str::to_owned));
            return Some(Type {
                name,
                format,
                ..Type::default()
            });
        }
        if depth < DEEPEST
            && let Some(items) = first(&ARRAYS, text)
        {
            let items = self.type_within(items.get(1)?.as_str(), depth + 1)?;
            if lower.starts_with("enum") {
                return Some(items);
            }
            return Some(Type {
                name: format!("array of {}", items.name),
                ..items
            });
        }
        if let Some(parts) = first(&FORMAT, text)
            && let Some(base) = self.types.get(&parts[1].to_lowercase())
        {
            let (name, inner) = (
                base.split(' ').next()?.to_owned(),
                Some(parts[2].to_owned()),
            );
            let is_bound = parts[2].starts_with(|first: char| first.is_ascii_digit());
            let (format, bound) = if is_bound {
                (None, inner)
            } else {
                (inner, None)
            };
            return Some(Type {
                name,
                format,
                bound,
                schema: None,
            });
        }
        let is_name = !text.is_empty()
            && text
                .chars()
                .all(|it| it.is_alphanumeric() || "_.-".contains(it));
        is_name.then(|| Type {
            name: text.to_owned(),
            schema: Some(text.to_owned()),
            ..Type::default()
        })
    }
}

fn first<'t>(regexes: &[Regex], text: &'t str) -> Option<regex_lite::Captures<'t>> {
    regexes.iter().find_map(|regex| regex.captures(text))
}
