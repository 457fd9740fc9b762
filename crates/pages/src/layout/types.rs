//! A page's type as words of JSON Schema: `List<Boat>`, `string[]`, `integer (int32)`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use claims::Aspect;
use regex::Regex;

use crate::reader::TYPES;

/// The type that may be any.
const ANY: &str = "any";

/// The most types within each other.
const DEEPEST: usize = 6;

/// The longest text that may be a type, in bytes.
const LONGEST: usize = 200;

/// A type in the words of JSON Schema.
#[derive(Clone, Debug, Default)]
pub(crate) struct Type {
    /// `string`, `array of object`.
    pub(crate) name: String,
    /// The format, the bound of a text, `string (36)`, the digits of a number, `number (18,2)`, or the
    /// schema of a map's values.
    pub(crate) fact: Option<(Aspect, String)>,
    /// A name that the layout does not know: of a schema of the page, perhaps.
    pub(super) schema: Option<String>,
}

/// The types that a layout knows, by their names in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct Types(pub(super) BTreeMap<String, Type>);

/// The ways to write a type within another one; the group is the inner type.
static NESTED: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        r"^(?i:enum) ?[<(\[] ?(.+?) ?[>)\]]$",
        r"^(?i:(?:an? )?(?:array|list|set|collection)s? of (?:an? )?)(.+)$|^(?i:array|list|set|collection) ?[<(\[] ?(.+?) ?[>)\]]$|^(.+?) ?\[\]$|^\[ ?\] ?(.+)$|^\[ ?(.+?) ?\]$|^(.+?) (?i:array|list)$",
        r"^(?i:map|dictionary|dict|hash|object) ?(?:[<\[(]|(?i:of) )(?i:string)s? ?(?:[,:\]]|(?i:to)|[-=]>) ?(.+?)[>\])]?$",
        // `string(uuid)`, `string <date-time>`, `integer/int32`, `string (36)`.
        r"^(\w+) ?[(<\[/] ?(?:format: )?([a-z][\w-]*|\d+(?:, ?\d+)?) ?[)>\]]?$",
    ]
    .map(|text| Regex::new(text).expect("a way to write a type"))
});

impl Type {
    /// A type of a layout file: `string uuid`.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (name, format) = text.split_once(' ').unwrap_or((text, ""));
        if name != ANY && !TYPES.contains(&name) {
            let types = TYPES.join("`, `");
            return Err(format!("expected one of `{types}` and perhaps a format"));
        }
        let format = Some((Aspect::Format, format.to_owned())).filter(|it| !it.1.is_empty());
        Ok(Self::new(name.trim_start_matches(ANY), format))
    }

    /// A type that is known.
    fn new(name: &str, fact: Option<(Aspect, String)>) -> Self {
        Self {
            name: name.to_owned(),
            fact,
            schema: None,
        }
    }

    /// The format, if the type has one.
    fn format(&self) -> Option<&str> {
        let format = self.fact.as_ref().filter(|fact| fact.0 == Aspect::Format);
        format.map(|fact| &*fact.1)
    }
}

impl Types {
    /// The format of a type that has one: of `datetime`, `date-time`.
    pub(super) fn format(&self, ty: &str) -> Option<&str> {
        self.0.get(ty)?.format()
    }

    /// The type that a text names; nothing if it names none and is no single word.
    pub(super) fn of(&self, text: &str) -> Option<Type> {
        self.within(text, 0)
    }

    /// The same, so deep in other types.
    fn within(&self, text: &str, depth: usize) -> Option<Type> {
        let text = Some(text.trim()).filter(|text| text.len() < LONGEST && depth < DEEPEST)?;
        let lower = text.to_lowercase();
        let mut names = [&*lower, lower.trim_end_matches('s')].into_iter();
        if let Some(ty) = names.find_map(|name| self.0.get(name)) {
            return Some(ty.clone());
        }
        let [of_enum, of_array, of_map, formatted] = &*NESTED;
        let inner = |regex: &Regex| {
            let groups = regex.captures(text)?;
            self.within(groups.iter().skip(1).flatten().next()?.as_str(), depth + 1)
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
            let format = ty.format().map(|it| format!(r#","format":"{it}""#));
            let (name, format) = (&ty.name, format.unwrap_or_default());
            let values = format!(r#"additionalProperties={{"type":"{name}"{format}}}"#);
            let is_known = ty.schema.is_none() && TYPES.contains(&&**name);
            let values = is_known.then_some((Aspect::Keyword, values));
            return Some(Type::new("object", values));
        }
        // `string, uuid`
        if let Some((name, format)) = lower.split_once(", ").or(lower.split_once(" - "))
            && let (Some(ty), Some(known)) = (self.within(name, depth + 1), self.0.get(format))
            && known.format().is_some()
        {
            let fact = known.fact.clone();
            return (known.name == ty.name).then_some(Type { fact, ..ty });
        }
        if text.contains('|') || text.contains(" or ") {
            let parts = text.split('|').flat_map(|part| part.split(" or "));
            let parts: Option<Vec<_>> = parts.map(|part| self.within(part, depth + 1)).collect();
            let parts = parts.filter(|it| it.iter().all(|ty| ty.schema.is_none()))?;
            let mut names: Vec<_> = parts.into_iter().map(|ty| ty.name).collect();
            names.dedup();
            return Some(Type::new(&names.join("|"), None));
        }
        if let Some(parts) = formatted.captures(text)
            && let Some(base) = self.0.get(&parts[1].to_lowercase())
        {
            let inner = &parts[2];
            let fact = match &*base.name {
                _ if inner.starts_with(char::is_alphabetic) => {
                    (Aspect::Format, self.format(inner).unwrap_or(inner))
                }
                "string" => (Aspect::MaxLength, inner),
                _ => (Aspect::Precision, inner),
            };
            return Some(Type::new(&base.name, Some((fact.0, fact.1.to_owned()))));
        }
        let is_letter = |letter: char| letter.is_alphanumeric() || "_.-".contains(letter);
        let is_name = !text.is_empty() && text.chars().all(is_letter);
        let mut ty = Type::new("object", None);
        ty.schema = is_name.then(|| text.to_owned());
        is_name.then_some(ty)
    }
}
