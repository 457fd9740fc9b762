//! A page's type as words of JSON Schema: `List<Boat>`, `string[]`, `integer (int32)`.

use std::sync::LazyLock;

use regex_lite::Regex;

use super::Layout;

/// A type in the words of JSON Schema.
#[derive(Debug, Default)]
pub(super) struct Type {
    /// `string`, `array of object`.
    pub(super) name: String,
    pub(super) format: Option<String>,
    /// The bound of a text, `string (36)`, or the digits of a number, `number (18,2)`.
    pub(super) bound: Option<String>,
    /// A name that the layout does not know: of a schema of the page, perhaps.
    pub(super) schema: Option<String>,
}

/// `enum[X]`, `array of X`, `List<X>`, `X[]`, `[X]`, `X array`; the group is the inner type.
static NESTED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let regexes = [
        r"^(?i:enum) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(?i:an? )?(?i:array|list|set|collection)s? (?i:of )(?i:an? )?(.+)$",
        r"^(?i:array|list|set|collection) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(.+?) ?\[\]$",
        r"^\[ ?(.+?) ?\]$",
        r"^(.+?) (?i:array|list)$",
    ];
    regexes
        .iter()
        .filter_map(|text| Regex::new(text).ok())
        .collect()
});

/// `string(uuid)`, `string <date-time>`, `integer/int32`, `string (36)`.
static FORMAT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(\w+) ?[(<\[/] ?(?:format: )?([a-z][\w-]*|\d+(?:, ?\d+)?) ?[)>\]]?$").ok()
});

impl Layout {
    /// The type that a text names; nothing if it names none and is no single word.
    pub(super) fn type_of(&self, text: &str) -> Option<Type> {
        const LONGEST: usize = 200;
        let text = Some(text.trim()).filter(|text| text.len() < LONGEST)?;
        let lower = text.to_lowercase();
        let types = [&*lower, lower.trim_end_matches('s')];
        if let Some(ty) = types.iter().find_map(|name| self.types.get(*name)) {
            let mut words = ty.splitn(2, ' ').map(str::to_owned);
            return Some(Type {
                name: words.next()?,
                format: words.next(),
                ..Type::default()
            });
        }
        if let Some(inner) = NESTED.iter().find_map(|regex| regex.captures(text)) {
            let inner = self.type_of(&inner[1])?;
            let outer = if lower.starts_with("enum") {
                ""
            } else {
                "array of "
            };
            return Some(Type {
                name: format!("{outer}{}", inner.name),
                ..inner
            });
        }
        if let Some(parts) = FORMAT.as_ref().and_then(|regex| regex.captures(text))
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
        let is_name = text
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_.-".contains(letter));
        let (name, schema) = (text.to_owned(), Some(text.to_owned()));
        (is_name && !text.is_empty()).then(|| Type {
            name,
            schema,
            ..Type::default()
        })
    }
}
