//! Parameters and properties: their names, types, marks and wordings.

use claims::Aspect;

use super::field::{Field, Fields, Word};
use super::page::{Element, ITEM, Page, Place, State, TAG, is_status, plain};
use super::text::Said;
use crate::reader::within;
use crate::{Block, Kind, Rule};

/// What pages indent the names of nested properties with.
const MARKS: [char; 16] = [
    ' ', '\u{a0}', '\u{2003}', '»', '→', '↳', '└', '├', '─', '│', '•', '›', '>', '-', '–', '—',
];

/// How many schemas are read within each other, and in all.
const DEEPEST: usize = 12;
const MOST: usize = 20_000;

/// A name as a cell has it.
struct Named {
    marks: usize,
    /// Empty for what the place itself is.
    name: String,
    ty: Option<String>,
    said: Said,
}

impl Page<'_> {
    /// Whether a pattern has found a property: its name is one, and so is its type.
    pub(super) fn is_property(&self, block: &Block, fields: &Fields) -> bool {
        if block.kind == Kind::Tag {
            return true;
        }
        let is_type = fields
            .get(Field::Type)
            .is_none_or(|text| self.is_type(text));
        let is_open = self.operation.is_some() || !self.reading.is_empty();
        let name = self.name_of(fields).and_then(|(_, name)| self.named(&name));
        is_open && is_type && name.is_some_and(|name| self.place(fields, &name.name).is_some())
    }

    /// Whether a text is nothing but a type and marks.
    pub(super) fn is_type(&self, text: &str) -> bool {
        let rest = self.layout.marks(text).rest;
        let ty = self.layout.type_of(&rest);
        rest.is_empty()
            || ty.is_some_and(|ty| {
                ty.schema
                    .is_none_or(|schema| self.schemas.contains_key(&schema))
            })
    }

    pub(super) fn property_block(&mut self, index: usize, fields: &Fields) {
        let block = &self.blocks[index];
        let depth = match block.kind {
            Kind::Item(depth) => (usize::from(depth) + 1) * ITEM,
            Kind::Heading(level) => usize::from(level),
            Kind::Term => ITEM,
            _ => ITEM - 1,
        };
        let depth = self.tag_depth() * TAG + depth;
        if self.property(block.line, fields, depth) {
            self.state.is_within = true;
        } else {
            self.rule(block.line, Rule::Unread);
        }
    }

    fn name_of(&self, fields: &Fields) -> Option<(Option<&'static str>, String)> {
        let placed = fields
            .0
            .iter()
            .find_map(|(field, name)| Some((field.place()?, name)));
        match placed {
            Some((place, name)) => Some((Some(place), name.clone())),
            None => Some((None, fields.get(Field::Name)?.to_owned())),
        }
    }

    /// States a property or parameter. Returns whether it is one.
    pub(super) fn property(&mut self, line: u32, fields: &Fields, depth: usize) -> bool {
        let Some(named) = self.name_of(fields).and_then(|(_, name)| self.named(&name)) else {
            return false;
        };
        if self.operation.is_none() && self.reading.is_empty() {
            return false;
        }
        let Some(place) = self.place(fields, &named.name) else {
            return false;
        };
        let depth = depth + named.marks;
        self.leave(depth);
        let is_body = place == "body" || is_status(&place);
        let parent = self
            .state
            .elements
            .last()
            .filter(|parent| parent.place == place);
        let parent = parent
            .map_or(&self.state.base, |parent| &parent.name)
            .clone();
        let mut name = named.name;
        if is_body {
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
        if let Some(ty) = &named.ty {
            self.say_type(line, &place, &name, ty);
        }
        self.say_fields(line, &place, &name, fields, &named.said);
        true
    }

    /// The property that a heading means: a part about `owner` is about `boat.owner`, if no other
    /// property is called so.
    fn known(&self, place: &str, name: String) -> String {
        let places = self.operation.as_ref().map(|operation| &operation.places);
        let end = format!(".{name}");
        let known = places
            .into_iter()
            .flatten()
            .filter(|known| known.1 == place);
        let mut known = known
            .map(|known| known.0)
            .filter(|known| **known == name || known.ends_with(&end));
        match (known.next(), known.next()) {
            (Some(known), None) => known.clone(),
            _ => name,
        }
    }

    /// What a cell that holds a name says; nothing if it is no name.
    fn named(&self, cell: &str) -> Option<Named> {
        let shown = cell.trim_start_matches(MARKS);
        let marks = cell.chars().count() - shown.chars().count();
        let marks = marks.min(ITEM / 2);
        let shown = plain(shown);
        if marks == 0 && self.layout.is(Word::Itself, &shown) {
            return Some(Named {
                marks,
                name: String::new(),
                ty: None,
                said: Said::default(),
            });
        }
        let end = shown.find([' ', '(', ',']).unwrap_or(shown.len());
        let (mut name, rest) = shown.split_at(end);
        name = name.trim_matches(['`', '"', '\'', ':']);
        let mut said = self
            .layout
            .marks(rest.trim_matches([' ', ',', ':', '-', '–']));
        for (mark, required) in [('*', "true"), ('?', "false")] {
            if let Some(bare) = name.strip_suffix(mark).or(name.strip_prefix(mark)) {
                (name, said.required) = (bare, Some(required));
            }
        }
        if let Some(rest) = said.rest.strip_suffix('*') {
            (said.rest, said.required) = (rest.trim_end().to_owned(), Some("true"));
        }
        let is_name = name.contains(char::is_alphanumeric)
            && (said.rest.is_empty() || self.is_type(&said.rest));
        let ty = (!said.rest.is_empty()).then(|| std::mem::take(&mut said.rest));
        is_name.then(|| Named {
            marks,
            name: name.to_owned(),
            ty,
            said,
        })
    }

    /// Where a parameter is.
    fn place(&self, fields: &Fields, name: &str) -> Option<String> {
        if let Some((Some(place), _)) = self.name_of(fields) {
            return Some(place.to_owned());
        }
        if let Some(place) = fields.get(Field::In).filter(|_| self.reading.is_empty()) {
            let place = place.to_lowercase();
            let words = [
                "query", "header", "path", "cookie", "body", "url", "uri", "form",
            ];
            let word = words.into_iter().find(|word| place.contains(word))?;
            return Some(match word {
                // `query string of the URL` begins with what it is.
                "url" | "uri" => "path".to_owned(),
                "form" => "body".to_owned(),
                word => word.to_owned(),
            });
        }
        match &self.state.place {
            Place::Of(place) => Some(place.clone()),
            Place::Parameters => {
                let operation = self.operation.as_ref()?;
                let has_body = ["POST ", "PUT ", "PATCH "]
                    .iter()
                    .any(|method| operation.name.starts_with(method));
                let other = if has_body { "body" } else { "query" };
                Some(
                    operation
                        .places
                        .get(name)
                        .map_or(other, |place| place)
                        .to_owned(),
                )
            }
            Place::Operation | Place::Unread => None,
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
        for ty in fields.all(Field::Type) {
            required = required.or(self.say_type(line, place, name, ty));
        }
        for text in fields.all(Field::Description) {
            required = required.or(self.layout.wording(text).required);
        }
        let own = fields
            .get(Field::Required)
            .and_then(|cell| self.answer(line, place, name, cell));
        let other = fields
            .get(Field::Optional)
            .and_then(|cell| self.answer(line, place, name, cell));
        let other = other.map(|answer| if answer == "true" { "false" } else { "true" });
        required = own.or(other).or(required);
        if place != "body" && !is_status(place) {
            required = required.or(self.state.required).or(self.layout.unmarked);
        } else if !name.is_empty() {
            required = required.or(self.state.required);
        }
        let rest = Said {
            required,
            facts: said.facts.clone(),
            ..Said::default()
        };
        self.say_said(line, place, name, &rest);
        let is_deprecated = fields
            .get(Field::Deprecated)
            .is_some_and(|text| self.layout.is(Word::Yes, text));
        if is_deprecated {
            self.say(line, place, name, Aspect::Keyword, "deprecated=true");
        }
        for (aspect, value) in self.layout.values(fields) {
            self.say(line, place, name, aspect, &value);
        }
        if let Some(media) = fields.get(Field::Media) {
            self.say(line, place, name, Aspect::MediaType, media);
        }
        for text in fields.all(Field::Description) {
            let said = self.layout.wording(text);
            let text = if said.required.is_some() {
                said.rest
            } else {
                text.to_owned()
            };
            self.describe(line, place, name, &text);
        }
    }

    /// What the cell *Required* says.
    fn answer(&mut self, line: u32, place: &str, name: &str, cell: &str) -> Option<&'static str> {
        let is = |word| self.layout.is(word, cell);
        if is(Word::Yes) || is(Word::Required) {
            return Some("true");
        }
        if is(Word::No) || is(Word::Optional) {
            return Some("false");
        }
        let said = self.layout.wording(cell);
        let rest = if said.required.is_some() || !said.facts.is_empty() {
            &said.rest
        } else {
            cell
        };
        if !is(Word::None) {
            for kind in crate::prose::unread(rest) {
                self.say(line, place, name, Aspect::Unread, kind);
            }
        }
        let required = said.required;
        self.say_said(
            line,
            place,
            name,
            &Said {
                required: None,
                ..said
            },
        );
        required
    }

    /// States the marks and facts of a text. That a property of a body is optional, a schema says by
    /// silence.
    pub(super) fn say_said(&mut self, line: u32, place: &str, name: &str, said: &Said) {
        let is_body = place == "body" || is_status(place);
        let required = said
            .required
            .filter(|required| *required == "true" || !is_body);
        if let Some(required) = required.filter(|_| !is_status(place) || !name.is_empty()) {
            self.say(line, place, name, Aspect::Required, required);
        }
        for (aspect, value) in &said.facts {
            self.say(line, place, name, *aspect, value);
        }
    }

    /// States a type, and what a schema with its name says. Returns what the type says of `required`.
    fn say_type(&mut self, line: u32, place: &str, name: &str, text: &str) -> Option<&'static str> {
        if self.layout.is(Word::None, text) {
            return None;
        }
        let facts = crate::prose::facts(text);
        if facts.iter().any(|fact| fact.0 == Aspect::Type) {
            for (aspect, value) in facts {
                self.say(line, place, name, aspect, &value);
            }
            return None;
        }
        let said = self.layout.marks(text);
        for (aspect, value) in &said.facts {
            self.say(line, place, name, *aspect, value);
        }
        let end = if said.is_nullable { "|null" } else { "" };
        match self.layout.type_of(&said.rest) {
            None if !said.rest.contains(char::is_alphanumeric) => {}
            None => self.say(line, place, name, Aspect::Type, &said.rest),
            Some(ty) => {
                let known = ty.schema.filter(|schema| self.schemas.contains_key(schema));
                let mut of = ty.name;
                if let Some(schema) = &known {
                    of.truncate(of.len() - schema.len());
                    of.push_str("object");
                }
                if known
                    .as_ref()
                    .is_none_or(|schema| !self.says_itself(schema) || of != "object")
                {
                    self.say(line, place, name, Aspect::Type, &format!("{of}{end}"));
                }
                if let Some(format) = ty.format {
                    self.say(line, place, name, Aspect::Format, &format);
                }
                match (&*of, ty.bound) {
                    ("string", Some(bound)) => {
                        self.say(line, place, name, Aspect::MaxLength, &bound)
                    }
                    ("number", Some(bound)) => {
                        self.say(line, place, name, Aspect::Precision, &bound)
                    }
                    _ => {}
                }
                if let Some(schema) = known {
                    self.expand(&schema, place, name);
                }
            }
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
                .is_some_and(|cell| self.layout.is(Word::Itself, &plain(cell)))
        })
    }

    /// Reads the part of a schema as what is said of the element that refers to it.
    fn expand(&mut self, schema: &str, place: &str, name: &str) {
        let Some(range) = self.schemas.get(schema).cloned() else {
            return;
        };
        let is_open = self.reading.iter().any(|open| open == schema);
        if is_open || self.reading.len() >= DEEPEST || self.expanded >= MOST {
            return;
        }
        self.expanded += 1;
        self.reading.push(schema.to_owned());
        let state = State {
            place: Place::Of(place.to_owned()),
            base: name.to_owned(),
            ..State::default()
        };
        let state = std::mem::replace(&mut self.state, state);
        self.rule(self.blocks[range.start].line, Rule::Heading);
        self.run(range.start + 1..range.end);
        self.state = state;
        self.reading.pop();
    }

    /// The attributes of a tag, as the columns of a table have them.
    pub(super) fn attributes(&self, block: &Block, fields: &mut Fields) {
        for (name, value) in block.cells.iter().filter_map(|cell| cell.split_once('=')) {
            let own = self
                .layout
                .columns
                .iter()
                .find(|(_, heading)| heading.is_match(name));
            let field = Field::named(name).or(own.map(|(field, _)| *field));
            if let Some(field) =
                field.filter(|field| *field != Field::Nothing && fields.get(*field).is_none())
            {
                fields.0.push((field, value.trim().to_owned()));
            }
        }
    }
}
