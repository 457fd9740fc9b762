//! Parameters and properties: their names, types, marks and wordings.

use claims::Aspect;

use super::page::{Element, ITEM, Page, State, TAG, is_body, is_status, plain};
use super::text::Said;
use super::{FIELDS, Fields, Name, PLACES, VALUES, known};
use crate::reader::within;
use crate::{Block, Kind, Rule};

/// What pages indent the names of nested properties with.
const MARKS: &[char] = &[
    ' ', '\u{a0}', '\u{2003}', '»', '→', '↳', '└', '├', '─', '│', '•', '›', '>', '-', '–', '—',
];

/// How many schemas are read within each other, and in all.
const DEEPEST: usize = 12;
const MOST: usize = 20_000;

/// What a text that names an element says.
#[derive(Default)]
struct Named {
    marks: usize,
    /// Empty for what the place itself is.
    name: String,
    ty: String,
    said: Said,
}

/// The text that names an element.
fn name(fields: &Fields) -> Option<&str> {
    let placed = fields
        .0
        .iter()
        .find(|field| known(PLACES, field.0).is_some());
    placed.map(|field| &*field.1).or(fields.get("name"))
}

impl Page<'_> {
    /// Whether a pattern has found a property: its name is one, and so is its type.
    pub(super) fn is_property(&self, block: &Block, fields: &Fields) -> bool {
        let is_open = self.operation.is_some() || !self.reading.is_empty();
        let named = || {
            self.named(name(fields)?)
                .filter(|named| self.place(fields, &named.name).is_some())
        };
        let is_typed = || fields.get("type").is_none_or(|text| self.is_type(text));
        block.kind == Kind::Tag || (is_open && is_typed() && named().is_some())
    }

    /// Whether a text is nothing but a type and marks.
    pub(super) fn is_type(&self, text: &str) -> bool {
        let rest = self.layout.marks(text).rest;
        let is_known =
            |schema: Option<String>| schema.is_none_or(|it| self.schemas.contains_key(&it));
        rest.is_empty()
            || self
                .layout
                .type_of(&rest)
                .is_some_and(|ty| is_known(ty.schema))
    }

    pub(super) fn property_block(&mut self, index: usize, fields: &Fields) {
        let block = &self.blocks[index];
        let depth = match block.kind {
            Kind::Item(depth) => (usize::from(depth) + 1) * ITEM,
            Kind::Heading(level) => usize::from(level),
            Kind::Term => ITEM,
            _ => ITEM - 1,
        };
        self.state.is_within = self.property(block.line, fields, self.tag_depth() * TAG + depth);
        if !self.state.is_within {
            self.rule(block.line, Rule::Unread);
        }
    }

    /// States a property or parameter. Returns whether it is one.
    pub(super) fn property(&mut self, line: u32, fields: &Fields, depth: usize) -> bool {
        let is_outside = self.operation.is_none() && self.reading.is_empty();
        let named = name(fields)
            .and_then(|name| self.named(name))
            .filter(|_| !is_outside);
        let Some((mut named, place)) = named
            .and_then(|it| Some((self.place(fields, &it.name)?, it)))
            .map(|(place, it)| (it, place))
        else {
            return false;
        };
        let depth = depth + named.marks;
        self.leave(depth);
        let mut name = std::mem::take(&mut named.name);
        if is_body(&place) {
            let parent = self
                .state
                .elements
                .last()
                .filter(|parent| parent.place == place);
            let parent = parent
                .map_or(&self.state.base, |parent| &parent.name)
                .clone();
            name = name
                .replace("[*]", "")
                .replace("[0]", "")
                .replace("[]", "")
                .replace("..", ".");
            let is_whole = name
                .strip_prefix(&*parent)
                .is_some_and(|rest| rest.starts_with('.'));
            if name.is_empty() {
                name = parent;
            } else if !is_whole || parent.is_empty() {
                name = within(&parent, &name);
            }
            if depth < ITEM && self.state.columns.is_none() {
                name = self.known(&place, name);
            }
        }
        if name != self.state.base {
            self.say(line, &place, &name, Aspect::Listed, "");
            self.list(&name, &place);
        }
        self.state.is_fresh = false;
        self.state.elements.push(Element {
            depth,
            name: name.clone(),
            place: place.clone(),
        });
        self.say_type(line, &place, &name, &named.ty);
        self.say_fields(line, &place, &name, fields, &named.said);
        true
    }

    /// What a text that holds a name says; nothing if it is no name.
    fn named(&self, cell: &str) -> Option<Named> {
        let shown = cell.trim_start_matches(MARKS);
        let marks = (cell.chars().count() - shown.chars().count()).min(ITEM / 2);
        let shown = plain(shown);
        if marks == 0 && self.layout.is("itself", &shown) {
            return Some(Named::default());
        }
        let (name, rest) = shown.split_at(shown.find([' ', '(', ',']).unwrap_or(shown.len()));
        let mut name = name.trim_matches(['`', '"', '\'', ':']);
        let mut said = self
            .layout
            .marks(rest.trim_matches([' ', ',', ':', '-', '–']));
        for (mark, required) in [('*', "true"), ('?', "false")] {
            if let Some(bare) = name.strip_suffix(mark).or(name.strip_prefix(mark)) {
                (name, said.required) = (bare, Some(required));
            }
            if let Some(bare) = said
                .rest
                .strip_suffix(mark)
                .map(|rest| rest.trim_end().to_owned())
            {
                (said.rest, said.required) = (bare, Some(required));
            }
        }
        let is_name = name.contains(char::is_alphanumeric) && self.is_type(&said.rest);
        let (name, ty) = (name.to_owned(), std::mem::take(&mut said.rest));
        is_name.then_some(Named {
            marks,
            name,
            ty,
            said,
        })
    }

    /// The property that a heading means: a part about `owner` is about `boat.owner`, if no other
    /// property is called so.
    fn known(&self, place: &str, name: String) -> String {
        let end = format!(".{name}");
        let places = self
            .operation
            .iter()
            .flat_map(|operation| &operation.places);
        let mut known =
            places.filter(|(known, of)| *of == place && (**known == name || known.ends_with(&end)));
        match (known.next(), known.next()) {
            (Some((known, _)), None) => known.clone(),
            _ => name,
        }
    }

    /// Where a parameter is.
    fn place(&self, fields: &Fields, name: &str) -> Option<String> {
        if let Some(place) = fields.0.iter().find_map(|field| known(PLACES, field.0)) {
            return Some(place.to_owned());
        }
        if let Some(cell) = fields.get("in").filter(|_| self.reading.is_empty()) {
            let cell = cell.to_lowercase();
            let place = PLACES.split(' ').find(|place| cell.contains(place));
            let other = || match &*cell {
                "url" | "uri" => Some("path"),
                "form" | "formdata" | "form-data" | "form data" => Some("body"),
                _ => None,
            };
            return place.or_else(other).map(str::to_owned);
        }
        match &*self.state.place {
            "" | "operation" => None,
            "parameters" => {
                let operation = self.operation.as_ref()?;
                let sends = ["POST", "PUT", "PATCH"]
                    .iter()
                    .any(|method| operation.name.starts_with(method));
                let other = if sends { "body" } else { "query" };
                Some(
                    operation
                        .places
                        .get(name)
                        .map_or(other, |place| place)
                        .to_owned(),
                )
            }
            place => Some(place.to_owned()),
        }
    }

    /// States what the fields say of an element, with what stood behind its name.
    pub(super) fn say_fields(
        &mut self,
        line: u32,
        place: &str,
        name: &str,
        fields: &Fields,
        said: &Said,
    ) {
        let mut required = said.required;
        for ty in fields.all("type") {
            required = required.or(self.say_type(line, place, name, ty));
        }
        let wordings = fields
            .all("description")
            .filter(|text| !self.layout.is("none", text));
        let wordings: Vec<_> = wordings.map(|text| self.layout.wording(text)).collect();
        let wording = wordings.iter().find_map(|said| said.required);
        let own = fields
            .get("required")
            .and_then(|cell| self.answer(line, place, name, cell));
        let other = fields
            .get("optional")
            .and_then(|cell| self.answer(line, place, name, cell));
        let other = other.map(|answer| if answer == "true" { "false" } else { "true" });
        required = own.or(other).or(required).or(wording);
        if !name.is_empty() {
            required = required.or(self.state.required);
        }
        if !is_body(place) {
            required = required.or(self.layout.unmarked);
        }
        self.say_said(
            line,
            place,
            name,
            &Said {
                required,
                ..said.clone()
            },
        );
        if fields
            .get("deprecated")
            .is_some_and(|text| self.layout.is("yes", text))
        {
            self.say(line, place, name, Aspect::Keyword, "deprecated=true");
        }
        for (aspect, value) in self.layout.values(fields) {
            self.say(line, place, name, aspect, &value);
        }
        if let Some(media) = fields.get("media") {
            self.say(line, place, name, Aspect::MediaType, media);
        }
        for said in wordings {
            self.describe_said(
                line,
                place,
                name,
                &Said {
                    required: None,
                    ..said
                },
            );
        }
    }

    /// What the cell *Required* says.
    fn answer(&mut self, line: u32, place: &str, name: &str, cell: &str) -> Option<Name> {
        if self.layout.is("yes", cell) {
            return Some("true");
        }
        if self.layout.is("no", cell) {
            return Some("false");
        }
        let said = self.layout.wording(cell);
        if !self.layout.is("none", cell) {
            for kind in crate::prose::unread(&said.rest) {
                self.say(line, place, name, Aspect::Unread, kind);
            }
        }
        self.say_said(
            line,
            place,
            name,
            &Said {
                required: None,
                ..said.clone()
            },
        );
        said.required
    }

    /// States the marks and facts of a text. That a property of a body is optional, a schema says by
    /// silence.
    pub(super) fn say_said(&mut self, line: u32, place: &str, name: &str, said: &Said) {
        let is_stated = |required: &Name| {
            !is_body(place) || (*required == "true" && !(is_status(place) && name.is_empty()))
        };
        if let Some(required) = said.required.filter(is_stated) {
            self.say(line, place, name, Aspect::Required, required);
        }
        for (aspect, value) in &said.facts {
            self.say(line, place, name, *aspect, value);
        }
    }

    /// States a type, and what a schema with its name says. Returns what the type says of `required`.
    fn say_type(&mut self, line: u32, place: &str, name: &str, text: &str) -> Option<Name> {
        let facts = crate::prose::facts(text);
        let is_fact = facts.iter().any(|fact| fact.0 == Aspect::Type);
        if is_fact || self.layout.is("none", text) {
            let facts = if is_fact { facts } else { Vec::new() };
            self.say_said(
                line,
                place,
                name,
                &Said {
                    facts,
                    ..Said::default()
                },
            );
            return None;
        }
        let said = self.layout.marks(text);
        self.say_said(
            line,
            place,
            name,
            &Said {
                required: None,
                ..said.clone()
            },
        );
        let mut ty = self.layout.type_of(&said.rest).unwrap_or_default();
        let schema = ty.schema.filter(|schema| self.schemas.contains_key(schema));
        if let Some(schema) = &schema {
            ty.name = ty.name.replace(&**schema, "object");
        } else if ty.name.is_empty() {
            ty.name.clone_from(&said.rest);
        }
        let itself = schema
            .as_ref()
            .is_some_and(|schema| ty.name == "object" && self.says_itself(schema));
        if ty.name.contains(char::is_alphanumeric) && !itself {
            let end = if said.is_nullable { "|null" } else { "" };
            self.say(
                line,
                place,
                name,
                Aspect::Type,
                &format!("{}{end}", ty.name),
            );
        }
        if let Some(format) = ty.format {
            self.say(line, place, name, Aspect::Format, &format);
        }
        let bound = if ty.name == "string" {
            Aspect::MaxLength
        } else {
            Aspect::Precision
        };
        if let Some(value) = ty.bound {
            self.say(line, place, name, bound, &value);
        }
        if let Some(schema) = schema {
            self.expand(&schema, place, name);
        }
        said.required
    }

    /// Whether a schema has a row of its own type: it is an array or a text.
    fn says_itself(&self, schema: &str) -> bool {
        let range = self.schemas.get(schema).cloned().unwrap_or_default();
        let mut rows = self.blocks[range]
            .iter()
            .filter(|block| block.kind == Kind::Row);
        rows.any(|row| {
            row.cells
                .first()
                .is_some_and(|cell| self.layout.is("itself", &plain(cell)))
        })
    }

    /// Reads the part of a schema as what is said of the element that refers to it.
    fn expand(&mut self, schema: &str, place: &str, name: &str) {
        let is_open = self.reading.iter().any(|open| open == schema);
        let range = self.schemas.get(schema).cloned().filter(|_| !is_open);
        let Some(range) = range.filter(|_| self.reading.len() < DEEPEST && self.expanded < MOST)
        else {
            return;
        };
        self.expanded += 1;
        self.reading.push(schema.to_owned());
        let (place, base) = (place.to_owned(), name.to_owned());
        let state = std::mem::replace(
            &mut self.state,
            State {
                place,
                base,
                ..State::default()
            },
        );
        self.rule(self.blocks[range.start].line, Rule::Heading);
        self.run(range.start + 1..range.end);
        self.state = state;
        self.reading.pop();
    }

    /// The attributes of a tag, as the columns of a table have them.
    pub(super) fn attributes(&self, block: &Block, fields: &mut Fields) {
        for (name, value) in block.cells.iter().filter_map(|cell| cell.split_once('=')) {
            let mut columns = self.layout.columns.iter();
            let own = known(FIELDS, name).or(known(VALUES, name));
            let field =
                own.or_else(|| Some(columns.find(|(_, heading)| heading.is_match(name))?.0));
            let field = field.filter(|field| *field != "nothing" && fields.get(field).is_none());
            fields
                .0
                .extend(field.map(|field| (field, value.trim().to_owned())));
        }
    }
}
