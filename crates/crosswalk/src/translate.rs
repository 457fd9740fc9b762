//! A body of ours in the shape of a target.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::concepts::{component, members, property};
use crate::sheet::fit;
use crate::target::{below, whole};
use crate::{Printed, Root, Row, Target, transform};

/// What a body became.
#[derive(Clone, Debug, Serialize)]
pub struct Translation {
    /// The component schema of the body.
    pub from: String,
    /// The target's schema of what is printed.
    pub to: String,
    /// What is printed; `None` if the target requires what could not be said.
    #[serde(skip)]
    pub body: Option<Value>,
    /// Everything that was lost, cut or could not be said: places, rules and lengths, no values.
    pub entries: Vec<Entry>,
}

/// One thing that is not in what is printed as it is in the body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// `lost`, `cut`, `changed`, `filled` or `missing`.
    pub what: &'static str,
    /// The place in the body, by names of the document: `emails[1].emailAddress`.
    pub from: String,
    /// The path in the target.
    pub to: String,
    /// The reason.
    pub why: String,
}

/// Translates a body to a target. Its component schema is `from`; without it, the first of those
/// of the target that it fits and that has all of its properties.
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
    let Some(printed) = &target.printed else {
        return Err(vec![format!("nothing is translated to {}", target.id)]);
    };
    let (schema, root) = fitting(printed, document, body, from)?;
    let mut writer = Writer {
        target,
        printed,
        root,
        document,
        output: json!({}),
        owners: BTreeMap::new(),
        values: 0,
        joined: BTreeSet::new(),
        entries: Vec::new(),
    };
    writer.object(schema, body, "");
    let output = writer.output.take();
    Ok(Translation {
        from: schema.to_owned(),
        to: root.to.clone(),
        body: writer.settle(output, ""),
        entries: writer.entries,
    })
}

/// The component schema of a body, and what is printed of it.
fn fitting<'p>(
    printed: &'p Printed,
    document: &Value,
    body: &Value,
    from: Option<&str>,
) -> Result<(&'p str, &'p Root), Vec<String>> {
    let mut refused = Vec::new();
    let all = printed.root.iter();
    let all = all.flat_map(|root| root.from.iter().map(move |it| (it, root)));
    for (name, root) in all.filter(|it| from.is_none_or(|from| from == it.0)) {
        let components = &document["components"];
        let known = &components["schemas"][name]["properties"];
        let to = format!("#/components/schemas/{name}");
        let schema = json!({ "type": "object", "$ref": to, "components": components });
        let schema = jsonschema::draft202012::new(&schema);
        let schema = schema.map_err(|error| vec![error.to_string()])?;
        if let Err(error) = schema.validate(body) {
            let at = error.instance_path();
            refused.push(format!("{name}{at}: {}", error.masked()));
        } else if from.is_none() && members(body).any(|it| known.get(it.0).is_none()) {
            refused.push(format!("{name} does not have all properties of the body"));
        } else {
            return Ok((name, root));
        }
    }
    if refused.is_empty() {
        refused.push("nothing is translated from this schema".to_owned());
    }
    Err(refused)
}

struct Writer<'t> {
    target: &'t Target,
    printed: &'t Printed,
    root: &'t Root,
    document: &'t Value,
    output: Value,
    /// The object of ours that an object was made of, by its place and the schema of ours.
    owners: BTreeMap<String, String>,
    /// How many values there were so far.
    values: usize,
    /// The values that were joined.
    joined: BTreeSet<Vec<String>>,
    entries: Vec<Entry>,
}

impl Writer<'_> {
    fn tell(&mut self, what: &'static str, from: &str, to: &str, why: impl Into<String>) {
        let (from, to, why) = (from.to_owned(), to.to_owned(), why.into());
        self.entries.push(Entry {
            what,
            from,
            to,
            why,
        });
    }

    /// Says all that an object of ours holds; `at` is its place in the body.
    fn object(&mut self, schema: &str, value: &Value, at: &str) {
        let target = self.target;
        let Some(object) = value.as_object() else {
            return;
        };
        let rows = target.table.rows.iter();
        for row in rows.filter(|row| component(row.subject()) == schema) {
            let name = row.subject().split_once('.').unwrap_or_default().1;
            for (index, value) in object.get(name).map(items).unwrap_or_default() {
                let said = self.say(row, value, object, at);
                let (what, why) = said.unwrap_or_else(|why| ("lost", why));
                if !why.is_empty() {
                    self.tell(what, &(below(at, name) + &index), row.object(), why);
                }
            }
        }
        for (name, value) in object {
            let (leaf, at) = (format!("{schema}.{name}"), below(at, name));
            match property(self.document, &leaf) {
                Some((_, "")) if target.table.of(&leaf).next().is_some() => {}
                Some((_, "")) => self.tell("lost", &at, "", "no row is about it"),
                // Its name may be a value.
                None => self.tell("lost", schema, "", "a property that it does not have"),
                Some((_, component)) => {
                    for (index, item) in items(value) {
                        self.object(component, item, &(at.clone() + &index));
                    }
                }
            }
        }
    }

    /// Says one value. Returns what it lost by that, or why it is lost.
    fn say(
        &mut self,
        row: &Row,
        value: &Value,
        beside: &Map<String, Value>,
        at: &str,
    ) -> Result<(&'static str, String), String> {
        let (to, nothing) = (row.object(), ("", String::new()));
        match row.get("transform") {
            "beside" => return Ok(nothing),
            "" => return Err(format!("it is not translated. {}", row.get("comment"))),
            _ => {}
        }
        let place = self.root.place(to).ok_or("it has no place there")?;
        let fact = self.target.fact(to).ok_or("the target does not have it")?;
        let is_exact = transform::is_exact(row, value);
        let value = transform::apply(row, value, beside).ok_or("its transform is unknown")??;
        let steps = self.steps(&place, row, at);
        let steps = steps.ok_or("there is room for one, and another one is there")?;
        let there = slot(&mut self.output, &steps).ok_or("something else is there")?;
        let join = transform::join(row);
        let value = match (&*there, &join, &value) {
            (Value::String(_), Some(_), _) if !self.joined.contains(&steps) => {
                return Ok(nothing);
            }
            (Value::String(there), Some((by, _)), Value::String(text)) => {
                json!(format!("{there}{by}{text}"))
            }
            (Value::Null, ..) => value,
            _ => return Err("another value is there".to_owned()),
        };
        let cut = join.is_some() || row.get("transform") == "cut";
        let (value, length) = fit(fact, value, cut)?;
        *there = value;
        self.joined.extend(join.map(|_| steps));
        let most = fact.get("max-length");
        let cut = |length| ("cut", format!("{length} characters, and {most} fit"));
        // What a row says to be lost for want of room is lost where the value is cut only.
        let loss = Some(row.get("loss")).filter(|_| !row.truncates() && !is_exact);
        // What there is no room for is told where it happens.
        let parts = loss.unwrap_or_default().split("; ");
        let parts = parts.filter(|it| !(it.starts_with("every ") && it.ends_with(" but one")));
        let loss = parts.collect::<Vec<_>>().join("; ");
        Ok(length.map_or_else(|| ("changed", loss), cut))
    }

    /// The steps to a place, for a value of an object of ours: each object has elements of its own
    /// in arrays, which are objects with such keys until they are settled. `None` if the place is
    /// that of another object of the same schema.
    fn steps(&mut self, place: &str, row: &Row, at: &str) -> Option<Vec<String>> {
        let (object, name) = split(place);
        let owner = format!("{object} {}", component(row.subject()));
        let owner = self.owners.entry(owner);
        if !object.contains("[]") && owner.or_insert_with(|| at.to_owned()) != at {
            return None;
        }
        let mut steps = Vec::new();
        for step in object.split('.').filter(|step| !step.is_empty()) {
            steps.push(whole(step).to_owned());
            steps.extend((step != whole(step)).then(|| format!("[]{at}")));
        }
        steps.push(whole(name).to_owned());
        self.values += 1;
        steps.extend((name != whole(name)).then(|| format!("[]{}", self.values)));
        Some(steps)
    }

    /// Leaves out what is empty and objects that lack what is required, and adds defaults.
    fn settle(&mut self, part: Value, path: &str) -> Option<Value> {
        let Value::Object(mut object) = part else {
            return (!part.is_null()).then_some(part);
        };
        if object.keys().any(|key| key.starts_with("[]")) {
            let path = format!("{path}[]");
            let items = object.into_iter().filter_map(|it| self.settle(it.1, &path));
            let items: Vec<Value> = items.collect();
            return (!items.is_empty()).then_some(items.into());
        }
        for (name, part) in std::mem::take(&mut object) {
            let part = self.settle(part, &below(path, &name));
            object.extend(part.map(|part| (name, part)));
        }
        if object.is_empty() && !path.is_empty() {
            return None;
        }
        let needs = self.root.needs.iter().map(String::as_str);
        for fact in self.target.required().chain(needs) {
            let place = self.root.place(fact).unwrap_or_default();
            let (of, name) = split(whole(&place));
            if of != path || name.is_empty() || object.contains_key(name) {
                continue;
            }
            let Some(default) = self.printed.defaults.get(whole(fact)) else {
                self.tell("missing", "", fact, "required: its object is left out");
                return None;
            };
            object.insert(name.to_owned(), default.clone());
            self.tell("filled", "", fact, "required: the default stands there");
        }
        Some(object.into())
    }
}

/// The object of a place and the name in it.
fn split(place: &str) -> (&str, &str) {
    place.rsplit_once('.').unwrap_or(("", place))
}

/// The elements of an array with their indices, or the one value.
fn items(value: &Value) -> Vec<(String, &Value)> {
    let Some(items) = value.as_array() else {
        return vec![(String::new(), value)];
    };
    let items = items.iter().enumerate();
    items
        .map(|(index, item)| (format!("[{index}]"), item))
        .collect()
}

/// The value that steps lead to, made where it is not there; `None` if something else is.
fn slot<'v>(mut node: &'v mut Value, steps: &[String]) -> Option<&'v mut Value> {
    for step in steps {
        if node.is_null() {
            *node = json!({});
        }
        node = node.as_object_mut()?.entry(step).or_insert(Value::Null);
    }
    Some(node)
}
