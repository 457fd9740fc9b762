//! A description in several files, as one document.

mod files;

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;
use std::rc::Rc;

use claims::Pointer;
use serde_json::{Map, Value, json};

use self::files::{At, Files};
use super::Origins;
use super::origins::MARK;
use super::place::{KINDS, Place, What, one};

/// Returns the document without references to other files, and where the parts of all files stand.
///
/// What such a reference leads to becomes a component, where the document has components of its
/// kind. Anywhere else it takes the place of the reference. References below an `$id` are relative
/// to that, and stay.
///
/// # Errors
///
/// Returns an error for every reference that leads to another computer, to a file that cannot be
/// read, to a place that is not there, or in a circle without components.
pub(super) fn bundle(
    path: &Path,
    document: Value,
    origins: Origins,
) -> Result<(Value, Origins), Vec<String>> {
    let document = Rc::new(document);
    let mut bundle = Bundle {
        swagger: document.get("swagger").is_some(),
        files: Files::new(path, &document, origins),
        ..Bundle::default()
    };
    bundle.keep_names();
    let mut bundled = bundle.walk(one(What::Document), &At::root(""), &document);
    while let Some((what, name, at)) = bundle.due.pop_front() {
        let component = bundle.at(one(what), &at);
        let mut holder = &mut bundled;
        for kind in bundle.holder(what).split('/').skip(1) {
            holder = member(holder, kind);
        }
        *member(holder, &name) = component;
    }
    let origins = std::mem::take(&mut bundle.files.origins);
    let problems = bundle.files.problems();
    if problems.is_empty() {
        Ok((bundled, origins))
    } else {
        Err(problems)
    }
}

/// The most objects and lists that take the place of references.
const MOST: usize = 500_000;

/// How deep they stand in each other: twice as deep as in one file.
const DEEPEST: usize = 256;

#[derive(Default)]
struct Bundle {
    swagger: bool,
    files: Files,
    /// The names of the components.
    names: HashMap<(What, At), String>,
    taken: HashSet<(What, String)>,
    /// Components that are still to be written.
    due: VecDeque<(What, String, At)>,
    /// What is taking the place of references.
    within: Vec<At>,
    inlined: usize,
    depth: usize,
}

impl Bundle {
    /// The pointer to the components of a kind; empty if the document has none of this kind.
    fn holder(&self, what: What) -> String {
        let kind = KINDS.iter().find(|(kind, ..)| *kind == what);
        match kind {
            Some((_, openapi, _)) if !self.swagger => format!("/components/{openapi}"),
            Some((_, _, Some(swagger))) => format!("/{swagger}"),
            _ => String::new(),
        }
    }

    /// Components of the document that are in other files keep their names.
    fn keep_names(&mut self) {
        for (what, ..) in KINDS {
            let at = At::root(&self.holder(what));
            let Some(kind) = self.files.value(&at).filter(|_| !at.pointer.is_empty()) else {
                continue;
            };
            let (at, kind) = match sole_reference(&kind) {
                None => (at, kind),
                Some(reference) => match self.files.target(&at, reference) {
                    Some(target) => (
                        target.clone(),
                        self.files.value(&target).unwrap_or_default(),
                    ),
                    None => continue,
                },
            };
            for (name, component) in kind.as_object().into_iter().flatten() {
                self.taken.insert((what, name.clone()));
                let at = at.step(name);
                let target = match sole_reference(component) {
                    Some(reference) => self.files.target(&at, reference),
                    None => Some(at),
                };
                if let Some(target) = target.filter(|it| !it.is_in_root()) {
                    let names = self.names.entry((what, target));
                    names.or_insert_with(|| name.clone());
                }
            }
        }
    }

    /// What is at a place of a file.
    fn at(&mut self, place: Place, at: &At) -> Value {
        let value = self.files.value(at).unwrap_or_default();
        self.walk(place, at, &value)
    }

    fn walk(&mut self, place: Place, at: &At, value: &Value) -> Value {
        if place.what == What::Data || !(value.is_object() || value.is_array()) {
            return value.clone();
        }
        self.inlined += usize::from(!self.within.is_empty());
        if self.inlined > MOST || self.depth > DEEPEST {
            let expected = "a document of a size that can be read";
            let fix = "lead fewer references through each other";
            self.files
                .problem(at, expected, "references that multiply", fix);
            return Value::Null;
        }
        self.depth += 1;
        let walked = match value {
            Value::Object(members) => match members.get("$ref") {
                Some(Value::String(reference)) => self.refer(place, at, members, reference),
                _ => self.members(place, at, members).into(),
            },
            other => {
                let elements = other.as_array().into_iter().flatten().enumerate();
                let place = place.element();
                let walk =
                    |(index, it): (usize, _)| self.walk(place, &at.step(&index.to_string()), it);
                elements.map(walk).collect()
            }
        };
        self.depth -= 1;
        walked
    }

    fn members(
        &mut self,
        place: Place,
        at: &At,
        members: &Map<String, Value>,
    ) -> Map<String, Value> {
        if place.kind() == Some(What::Schema) && members.contains_key("$id") {
            return members.clone();
        }
        let mut walked = Map::new();
        for (name, value) in members {
            // A file may be a map, which is known only here: there, every member is an element.
            if place.many && name == MARK {
                continue;
            }
            let at = at.step(name);
            let value = match (place.what, name.as_str(), value) {
                (What::Discriminator, "mapping", Value::Object(schemas)) => {
                    self.mapping(&at, schemas).into()
                }
                _ => self.walk(place.member(name), &at, value),
            };
            walked.insert(name.clone(), value);
        }
        walked
    }

    /// The schemas of a discriminator, each by its name or by a reference.
    fn mapping(&mut self, at: &At, schemas: &Map<String, Value>) -> Map<String, Value> {
        let mut mapped = schemas.clone();
        for (name, schema) in &mut mapped {
            let is_file = |it: &str| {
                [".json", ".yaml", ".yml"]
                    .iter()
                    .any(|end| it.ends_with(end))
            };
            let reference = schema.as_str().filter(|it| it.contains('#') || is_file(it));
            if let Some(reference) = reference {
                let stated = json!({ "$ref": reference });
                let walked = self.walk(one(What::Schema), &at.step(name), &stated);
                *schema = walked["$ref"].clone();
            }
        }
        mapped
    }

    /// What stands in the place of a reference: one to a component, or what it leads to.
    fn refer(
        &mut self,
        place: Place,
        at: &At,
        members: &Map<String, Value>,
        reference: &str,
    ) -> Value {
        let mut beside = members.clone();
        beside.shift_remove("$ref");
        let beside = self.members(place, at, &beside);
        let referring = |reference: &str, beside| {
            let mut members = Map::from_iter([("$ref".to_owned(), reference.into())]);
            members.extend(beside);
            members.into()
        };
        let local = at.is_in_root() && reference.starts_with('#');
        let target = Some(reference).filter(|_| !local);
        let Some(target) = target.and_then(|it| self.files.target(at, it)) else {
            return referring(reference, beside);
        };
        if let Some(what) = place.kind().filter(|it| !self.holder(*it).is_empty()) {
            let pointer = self.component(what, &target);
            // The component itself is written where the document has it.
            let names = [&*pointer, &*at.pointer].map(|it| it.rsplit('/').next());
            if !place.shared || names[0] != names[1] {
                return referring(&format!("#{pointer}"), beside);
            }
        }
        if self.within.contains(&target) {
            let fix = "only components may lead to themselves";
            self.files
                .problem(at, "a reference that ends", "one that leads to itself", fix);
            return Value::Null;
        }
        self.within.push(target);
        let target = self.within.last().cloned().unwrap_or_default();
        let mut inlined = self.at(place, &target);
        self.within.pop();
        if let Some(members) = inlined.as_object_mut() {
            members.extend(beside);
        }
        inlined
    }

    /// The pointer to the component that something in a file becomes.
    fn component(&mut self, what: What, at: &At) -> String {
        if at.is_in_root() {
            return at.pointer.to_string();
        }
        let key = (what, at.clone());
        let known = self.names.get(&key).cloned();
        let name = known.unwrap_or_else(|| {
            let name = self.free_name(what, at);
            self.taken.insert((what, name.clone()));
            self.names.insert(key, name.clone());
            self.due.push_back((what, name.clone(), at.clone()));
            name
        });
        Pointer::step(&self.holder(what), &name).to_string()
    }

    /// The last name of a pointer, or the name of its file; with the file's name before it, and then
    /// a number behind it, if another component is called so.
    fn free_name(&self, what: What, at: &At) -> String {
        let allowed = |it: char| it.is_ascii_alphanumeric() || "._-".contains(it);
        let clean = |it: &str| it.replace(|it| !allowed(it), "_");
        let file = clean(&self.files.stem(at));
        let last = at.pointer.rsplit('/').next().unwrap_or_default();
        let last = clean(&Pointer::unescape(last));
        let long = [file.as_str(), &last]
            .join("_")
            .trim_end_matches('_')
            .to_owned();
        let short = if last.is_empty() { file } else { last };
        let numbered = (2..).map(|number| format!("{long}_{number}"));
        let mut names = [short, long.clone()].into_iter().chain(numbered);
        let free = names.find(|it| !self.taken.contains(&(what, it.clone())));
        free.unwrap_or_default()
    }
}

/// The member of what becomes an object if it is none.
fn member<'v>(value: &'v mut Value, name: &str) -> &'v mut Value {
    if !value.is_object() {
        *value = json!({});
    }
    &mut value[name]
}

/// Whether a reference leads out of the document.
pub(super) fn leads_out(value: &Value) -> bool {
    let out = |it: &str| !it.starts_with('#');
    let named = |it: &Value| it.as_str().is_some_and(|it| out(it) && is_reference(it));
    match value {
        Value::Object(members) => members.iter().any(|(name, value)| match value {
            Value::String(text) => name == "$ref" && out(text),
            Value::Object(it) if name == "mapping" && it.values().any(named) => true,
            other => leads_out(other),
        }),
        Value::Array(elements) => elements.iter().any(leads_out),
        _ => false,
    }
}

/// Whether a text of a discriminator is a reference, and no name.
fn is_reference(text: &str) -> bool {
    text.contains('#')
        || [".json", ".yaml", ".yml"]
            .iter()
            .any(|it| text.ends_with(it))
}

/// The reference of an object that has nothing else.
fn sole_reference(value: &Value) -> Option<&str> {
    let members = value.as_object().filter(|members| members.len() == 1)?;
    members.get("$ref")?.as_str()
}
