//! A page's type as words of JSON Schema: `List<Boat>`, `string[]`, `integer (int32)`.

use std::sync::LazyLock;

use regex::Regex;

use super::{ANY, Layout};
use crate::reader::TYPES;

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
    /// The schema of the values, if this is a map.
    pub(super) values: Option<String>,
}

/// The ways to write a type within another one; the group is the inner type.
static NESTED: LazyLock<[Option<Regex>; 4]> = LazyLock::new(|| {
    [
        r"^(?i:enum) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(?i:(?:an? )?(?:array|list|set|collection)s? of (?:an? )?)(.+)$|^(?i:array|list|set|collection) ?[<(\[] ?(.+?) ?[>)\]]$|^(.+?) ?\[\]$|^\[ ?\] ?(.+)$|^\[ ?(.+?) ?\]$|^(.+?) (?i:array|list)$",
        r"^(?i:map|dictionary|dict|hash|object) ?(?:[<\[(]|(?i:of) )(?i:string)s? ?(?:[,:\]]|(?i:to)|[-=]>) ?(.+?)[>\])]?$",
        // `string(uuid)`, `string <date-time>`, `integer/int32`, `string (36)`.
        r"^(\w+) ?[(<\[/] ?(?:format: )?([a-z][\w-]*|\d+(?:, ?\d+)?) ?[)>\]]?$",
    ]
    .map(|text| Regex::new(text).ok())
});

impl Layout {
    /// The type that a text names; nothing if it names none and is no single word.
    pub(super) fn type_of(&self, text: &str) -> Option<Type> {
        const LONGEST: usize = 200;
        let text = Some(text.trim()).filter(|text| text.len() < LONGEST)?;
        let lower = text.to_lowercase();
        let types = [&*lower, lower.trim_end_matches('s')];
        if let Some(ty) = types.iter().find_map(|name| self.types.get(*name)) {
            let (name, format) = ty.split_once(' ').unwrap_or((ty, ""));
            return Some(Type {
                name: if name == ANY { "" } else { name }.to_owned(),
                format: Some(format.to_owned()).filter(|format| !format.is_empty()),
                ..Type::default()
            });
        }
        let [of_enum, of_array, of_map, formatted] = NESTED.each_ref();
        let inner = |regex: &Option<Regex>| {
            let groups = regex.as_ref()?.captures(text)?;
            let inner = groups.iter().skip(1).flatten().next()?.as_str();
            self.type_of(inner)
        };
        if let Some(ty) = inner(of_enum) {
            return Some(ty);
        }
        if let Some(ty) = inner(of_array) {
            let name = format!("array of {}", ty.name);
            let name = name.trim_end_matches(" of ").to_owned();
            return Some(Type { name, ..ty });
        }
        if let Some(ty) = inner(of_map) {
            let format = ty
                .format
                .map(|it| format!(r#","format":"{it}""#))
                .unwrap_or_default();
            let values = format!(r#"{{"type":"{}"{format}}}"#, ty.name);
            let is_known = ty.schema.is_none() && TYPES.contains(&&*ty.name);
            return Some(Type {
                name: "object".to_owned(),
                values: Some(values).filter(|_| is_known),
                ..Type::default()
            });
        }
        // `string, uuid`
        if let Some((name, format)) = lower.split_once(", ")
            && let (Some(ty), Some(known)) = (self.type_of(name), self.types.get(format))
            && let Some((base, format)) = known.split_once(' ')
        {
            let format = Some(format.to_owned());
            return (base == ty.name).then_some(Type { format, ..ty });
        }
        if text.contains('|') || text.contains(" or ") {
            let parts = text.split('|').flat_map(|part| part.split(" or "));
            let parts: Option<Vec<_>> = parts.map(|part| self.type_of(part)).collect();
            let mut parts = parts.filter(|it| it.iter().all(|ty| ty.schema.is_none()))?;
            parts.dedup_by(|one, other| one.name == other.name);
            let names: Vec<_> = parts.into_iter().map(|ty| ty.name).collect();
            let name = names.join("|");
            return Some(Type {
                name,
                ..Type::default()
            });
        }
        if let Some(parts) = formatted.as_ref().and_then(|regex| regex.captures(text))
            && let Some(base) = self.types.get(&parts[1].to_lowercase())
        {
            let name = base.split(' ').next()?.to_owned();
            let inner = &parts[2];
            let bound = Some(inner).filter(|it| it.starts_with(|it: char| it.is_ascii_digit()));
            let format = bound.is_none().then(|| self.format(inner).unwrap_or(inner));
            return Some(Type {
                name,
                format: format.map(str::to_owned),
                bound: bound.map(str::to_owned),
                ..Type::default()
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
