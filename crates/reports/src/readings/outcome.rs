//! What a document says by a decision, shortened.

use claims::Aspect;

use review::Reading;
use review::reading::Becomes;
use review::reading::Names;
use review::reading::Parts;
use review::reading::ReadingKind;
use review::reading::Says;
use review::words::listed;

/// How many outcomes of one decision are shown before the others are counted.
const SHOWN: usize = 3;

/// How many characters of a value are shown.
const LONGEST: usize = 60;

/// The value of a claim that stands for a wording.
const WORDING: &str = "stated";

/// What the document says in place of a wording of the page.
const OURS: &str = "described in our words";

/// What the document says by a reading, as Markdown.
pub(crate) fn outcome(reading: &Reading) -> String {
    match (&reading.becomes, reading.kind) {
        (Some(Becomes::Value(value)), _) if value == WORDING => OURS.to_owned(),
        (Some(Becomes::Value(value)), _) => code(value),
        (Some(Becomes::Parts(parts)), _) => of_parts(parts),
        (None, ReadingKind::Omit) => "left out".to_owned(),
        (None, ReadingKind::Supply) => supplied(&reading.says),
        (None, ReadingKind::Bind | ReadingKind::Override) => {
            let mut meant: Vec<_> = reading.values.iter().chain(&reading.names).collect();
            // `#2` before `#10`.
            meant.sort_by_key(|(stated, _)| (stated.len(), *stated));
            let meaning = |(stated, meant)| format!("{} is {}", code(stated), code(meant));
            some(meant.into_iter().map(meaning))
        }
    }
}

fn of_parts(parts: &Parts) -> String {
    let text = |word: &str, text: &Option<String>| {
        let text = text.as_ref()?;
        Some(format!("{word} `{text}`"))
    };
    let places = parts.place.as_ref().map(|names| {
        let places = names.all().iter().map(|place| format!("`{place}`"));
        format!("place {}", listed(places))
    });
    let said = [
        text("operation", &parts.operation),
        places,
        text("name", &parts.name),
        parts.aspect.map(|aspect| format!("{aspect}")),
        text("value", &parts.value),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(", ")
}

/// `` `emails`: type `object` ``; what is said of the same elements goes together.
fn supplied(says: &[Says]) -> String {
    let mut elements: Vec<(String, Vec<String>)> = Vec::new();
    for one in says {
        let names = one.name.as_ref();
        // A name may be empty: what is said is said of the whole place.
        let named = |names: &Names| {
            let names = names.all().iter().filter(|name| !name.is_empty());
            some(names.map(code))
        };
        let names = names.map(named).filter(|names| !names.is_empty());
        let place = one.place.as_ref().map(code);
        let element: Vec<String> = place.into_iter().chain(names).collect();
        let (element, value) = (element.join(" "), value(one));
        match elements.iter_mut().find(|(known, _)| *known == element) {
            Some((_, values)) => values.push(value),
            None => elements.push((element, vec![value])),
        }
    }
    some(elements.into_iter().map(|(element, values)| {
        if element.is_empty() {
            return listed(values);
        }
        format!("{element}: {}", values.join(", "))
    }))
}

fn value(says: &Says) -> String {
    match (says.aspect, says.value.as_str()) {
        (Aspect::Listed, "") => "added".to_owned(),
        (aspect, "") => aspect.to_string(),
        (Aspect::Description, _) => OURS.to_owned(),
        (aspect, value) => format!("{aspect} {}", code(value)),
    }
}

/// A value as code, of a long one the beginning.
fn code(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &text[..end]),
        None => format!("`{text}`"),
    }
}

/// The first few, and how many more there are.
fn some(items: impl Iterator<Item = String>) -> String {
    let mut items: Vec<String> = items.collect();
    if items.len() > SHOWN + 1 {
        let others = items.split_off(SHOWN);
        items.push(format!("{} more", others.len()));
    }
    listed(items)
}
