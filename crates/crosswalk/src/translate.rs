//! A body of ours in the shape of a target.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::concepts::{members, property};
use crate::fit::fit;
use crate::{Entry, Printed, Report, Root, Row, Target, transform};

/// A body of the target, and what was lost.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The body; `None` if the target requires what could not be said.
    pub body: Option<Value>,
    /// What was lost.
    pub report: Report,
}

/// Translates a body to a target. `from` is its component schema; without it, the body is of the
/// first one among those of the target that it fits and that knows all of its properties.
///
/// # Errors
///
/// Returns every reason why the body fits no schema, without its values.
pub fn translate(
    target: &Target,
    document: &Value,
    body: &Value,
    from: Option<&str>,
) -> Result<Translation, Vec<String>> {
    let printed = target.printed.as_ref();
    let printed = printed.ok_or_else(|| vec![format!("nothing is translated to {}", target.id)])?;
    let (schema, root) = fitting(printed, document, body, from)?;
    let report = Report {
        from: schema.to_owned(),
        to: root.to.clone(),
        target: target.name(),
        ..Report::default()
    };
    let mut writer = Writer {
        target,
        printed,
        root,
        document,
        output: json!({}),
        made: BTreeMap::new(),
        report,
    };
    writer.object(schema, body, "");
    let output = writer.output.take();
    let body = writer.settle(output, "");
    let report = writer.report;
    Ok(Translation { body, report })
}

/// The component schema of a body, and what is printed of it.
fn fitting<'p>(
    printed: &'p Printed,
    document: &Value,
    body: &Value,
    from: Option<&str>,
) -> Result<(&'p str, &'p Root), Vec<String>> {
    let mut refused = Vec::new();
    let all = printed
        .root
        .iter()
        .flat_map(|root| root.from.iter().map(move |it| (&**it, root)));
    for (name, root) in all.filter(|(name, _)| from.is_none_or(|from| from == *name)) {
        let own = &document["components"]["schemas"][name]["properties"];
        if from.is_none() && !members(body).all(|(name, _)| own.get(name).is_some()) {
            refused.push(format!("{name} does not have all of its properties"));
            continue;
        }
        let schema = format!("#/components/schemas/{name}");
        let schema =
            json!({ "type": "object", "$ref": schema, "components": document["components"] });
        let validator = jsonschema::draft202012::new(&schema);
        let validator = validator.map_err(|error| vec![error.masked().to_string()])?;
        let errors = validator.iter_errors(body);
        let errors = errors.map(|it| format!("{name}{}: {}", it.instance_path(), it.masked()));
        let before = refused.len();
        refused.extend(errors);
        if refused.len() == before {
            return Ok((name, root));
        }
    }
    if refused.is_empty() {
        let known: Vec<&String> = printed.root.iter().flat_map(|root| &root.from).collect();
        refused.push(format!("expected one of the schemas {known:?}"));
    }
    Err(refused)
}

/// The path of an array, from that of its elements.
pub(crate) fn whole(path: &str) -> &str {
    path.strip_suffix("[]").unwrap_or(path)
}

/// A name below a path.
fn below(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

impl Root {
    /// Where a path of the facts stands in the body.
    pub(crate) fn place(&self, path: &str) -> Option<String> {
        let (head, rest) = path.split_once('.')?;
        self.places.get(head).map(|place| below(place, rest))
    }
}

struct Writer<'t> {
    target: &'t Target,
    printed: &'t Printed,
    root: &'t Root,
    document: &'t Value,
    output: Value,
    /// The objects of ours that the elements of an array were made of, or a single object.
    made: BTreeMap<String, Vec<String>>,
    report: Report,
}

impl Writer<'_> {
    fn tell(&mut self, what: &'static str, from: &str, to: &str, why: &str) {
        let (from, to, why) = (from.to_owned(), to.to_owned(), why.to_owned());
        self.report.entries.push(Entry {
            what,
            from,
            to,
            why,
        });
    }

    /// Says all that an object of ours holds; `at` is its place in the body.
    fn object(&mut self, schema: &str, value: &Value, at: &str) {
        let Some(object) = value.as_object() else {
            return;
        };
        let target = self.target;
        let mut rows: Vec<&Row> = target.table.rows.iter().collect();
        rows.sort_by_key(|row| transform::order(row.get("transform")));
        for row in rows {
            let name = row
                .subject()
                .strip_prefix(schema)
                .and_then(|it| it.strip_prefix('.'));
            let Some((name, value)) = name.and_then(|name| object.get_key_value(name)) else {
                continue;
            };
            let values = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            for value in values {
                let to = row.object().unwrap_or_default();
                let told = match self.say(row, &to, value, object, at) {
                    Ok(Some(length)) => Some(("cut", format!("{length} characters do not fit"))),
                    Ok(None) if row.get("loss").is_empty() => None,
                    Ok(None) => Some(("changed", row.get("loss").to_owned())),
                    Err(why) => Some(("lost", why)),
                };
                let from = below(at, name);
                told.iter()
                    .for_each(|(what, why)| self.tell(what, &from, &to, why));
            }
        }
        for (name, value) in object {
            let at = below(at, name);
            match (property(self.document, schema, name), value) {
                (None, _) => {
                    let why = format!("{schema} does not have a property that is here");
                    self.tell("lost", at.strip_suffix(name).unwrap_or_default(), "", &why);
                }
                (Some((_, "")), _) => {
                    if target
                        .table
                        .of(&format!("{schema}.{name}"))
                        .next()
                        .is_none()
                    {
                        self.tell("lost", &at, "", "the table does not answer for it");
                    }
                }
                (Some((_, component)), Value::Array(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        self.object(component, item, &format!("{at}[{index}]"));
                    }
                }
                (Some((_, component)), value) => self.object(component, value, &at),
            }
        }
    }

    /// Says one value. Returns how long it was if it was cut, or why it is lost.
    fn say(
        &mut self,
        row: &Row,
        to: &str,
        value: &Value,
        beside: &Map<String, Value>,
        at: &str,
    ) -> Result<Option<usize>, String> {
        let cell = row.get("transform");
        if to.is_empty() || cell.is_empty() {
            let why = [row.get("loss"), row.get("comment"), "it is not translated"];
            return Err(why
                .into_iter()
                .find(|it| !it.is_empty())
                .unwrap_or_default()
                .to_owned());
        }
        let place = self
            .root
            .place(to)
            .ok_or("what is printed has no place for it")?;
        let fact = self.target.fact(to).ok_or("the target does not have it")?;
        let value = transform::apply(cell, value, beside).ok_or("its transform is unknown")??;
        let schema = row.subject().split('.').next().unwrap_or_default();
        let pointer = self
            .locate(&place, schema, at)
            .ok_or("there is room for one object only")?;
        let there =
            slot(&mut self.output, &pointer).ok_or("a value is where its object should be")?;
        let value = match (&*there, transform::joins(cell), &value) {
            (Value::Null, ..) => value,
            (Value::String(there), Some(by), Value::String(text)) => {
                Value::String(format!("{there}{by}{text}"))
            }
            _ => return Err("another property is there".to_owned()),
        };
        let (value, cut) = fit(fact, value, transform::cuts(cell))?;
        *there = value;
        Ok(cut)
    }

    /// How many objects were made before that of an object of ours.
    fn index(&mut self, key: String, at: &str) -> usize {
        let made = self.made.entry(key).or_default();
        let index = made.iter().position(|it| it == at).unwrap_or(made.len());
        if index == made.len() {
            made.push(at.to_owned());
        }
        index
    }

    /// The pointer to a place for a value of an object of ours; `None` if the place is another's.
    fn locate(&mut self, place: &str, schema: &str, at: &str) -> Option<String> {
        let (object, name) = place.rsplit_once('.').unwrap_or(("", place));
        let mut pointer = String::new();
        for step in object.split('.').filter(|step| !step.is_empty()) {
            pointer = format!("{pointer}/{}", whole(step));
            if step.ends_with("[]") {
                let index = self.index(pointer.clone(), at);
                pointer = format!("{pointer}/{index}");
            }
        }
        if !object.ends_with("[]") && self.index(format!("{pointer} {schema}"), at) > 0 {
            return None;
        }
        pointer = format!("{pointer}/{}", whole(name));
        if name.ends_with("[]") {
            let there = self.output.pointer(&pointer).and_then(Value::as_array);
            pointer = format!("{pointer}/{}", there.map_or(0, Vec::len));
        }
        Some(pointer)
    }

    /// A part of the body without what is empty and without objects that lack what is required,
    /// and with defaults.
    fn settle(&mut self, part: Value, path: &str) -> Option<Value> {
        let mut object = match part {
            Value::Object(object) => object,
            Value::Array(items) => {
                let path = format!("{path}[]");
                let items = items
                    .into_iter()
                    .filter_map(|item| self.settle(item, &path));
                let items: Vec<Value> = items.collect();
                return (!items.is_empty()).then_some(items.into());
            }
            scalar => return Some(scalar).filter(|it| !it.is_null()),
        };
        for (name, part) in std::mem::take(&mut object) {
            let part = self.settle(part, &below(path, &name));
            object.extend(part.map(|part| (name, part)));
        }
        if object.is_empty() && !path.is_empty() {
            return None;
        }
        let required = self
            .target
            .facts
            .rows
            .iter()
            .filter(|fact| fact.get("required") == "yes");
        let required = required.map(|fact| fact.get("path"));
        let (mut filled, mut missing) = (Vec::new(), Vec::new());
        for fact in required.chain(self.root.needs.iter().map(String::as_str)) {
            let place = self.root.place(fact).unwrap_or_default();
            let (of, name) = whole(&place)
                .rsplit_once('.')
                .unwrap_or(("", whole(&place)));
            if of == path && !name.is_empty() && !object.contains_key(name) {
                match self.printed.defaults.get(whole(fact)) {
                    Some(value) => filled.push((name.to_owned(), value.clone(), fact)),
                    None => missing.push(fact),
                }
            }
        }
        for fact in &missing {
            self.tell(
                "missing",
                "",
                fact,
                "it is required, and its object is left out",
            );
        }
        if !missing.is_empty() {
            return None;
        }
        for (name, value, fact) in filled {
            object.insert(name, value);
            self.tell(
                "filled",
                "",
                fact,
                "it is required, and the default stands there",
            );
        }
        Some(object.into())
    }
}

/// The value that a pointer leads to, made where it is not there; `None` if something else is.
fn slot<'v>(mut node: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    for step in pointer.split('/').skip(1) {
        let index = step.parse::<usize>().ok();
        if node.is_null() {
            *node = if index.is_some() {
                json!([])
            } else {
                json!({})
            };
        }
        node = match (node, index) {
            (Value::Object(object), None) => object.entry(step).or_insert(Value::Null),
            (Value::Array(items), Some(index)) => {
                items.resize(items.len().max(index + 1), Value::Null);
                &mut items[index]
            }
            _ => return None,
        };
    }
    Some(node)
}
