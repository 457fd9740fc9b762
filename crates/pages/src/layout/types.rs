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
    let regexes = regexes.iter().filter_map(|text| Regex::new(text).ok());
    regexes.collect()
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
            let (name, format) = (words.next()?, words.next());
            return Some(Type {
                name,
                format,
                ..Type::default()
            });
        }
        if let Some(inner) = NESTED.iter().find_map(|regex| regex.captures(text)) {
            let inner = self.type_of(&inner[1])?;
            let is_enum = lower.starts_with("enum");
            let outer = if is_enum { "" } else { "array of " };
            let name = format!("{outer}{}", inner.name);
            return Some(Type { name, ..inner });
        }
        if let Some(parts) = FORMAT.as_ref().and_then(|regex| regex.captures(text))
            && let Some(base) = self.types.get(&parts[1].to_lowercase())
        {
            let name = base.split(' ').next()?.to_owned();
            let inner = Some(parts[2].to_owned());
            let bound = inner.filter(|it| it.starts_with(|first: char| first.is_ascii_digit()));
            let format = bound.is_none().then(|| parts[2].to_owned());
            let schema = None;
            return Some(Type {
                name,
                format,
                bound,
                schema,
            });
        }
        let is_letter = |letter: char| letter.is_alphanumeric() || "_.-".contains(letter);
        let is_name = !text.is_empty() && text.chars().all(is_letter);
        let (name, schema) = (text.to_owned(), Some(text.to_owned()));
        is_name.then(|| Type {
            name,
            schema,
            ..Type::default()
        })
    }
}
