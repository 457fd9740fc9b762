//! Parameters and properties: what they are called, where they are, and what contains them.

use claims::Aspect;

use super::page::Page;
use super::state::{Element, ITEM, TAG, is_body, plain};
use super::text::{Said, bare};
use super::{FIELDS, Fields, PLACES, VALUES, known};
use crate::reader::within;
use crate::{Block, Kind, Rule};

/// What pages indent the names of nested properties with.
const MARKS: &[char] = &[
    ' ', '\u{a0}', '\u{2003}', '»', '→', '↳', '└', '├', '─', '│', '•', '›', '>', '-', '–', '—',
];

/// What a text that names an element says.
#[derive(Default)]
struct Named {
    marks: usize,
    /// Empty for what the place itself is.
    name: String,
    /// What stands behind the name; the rest of it is a type.
    said: Said,
}

/// The text that names an element.
pub(super) fn name_of(fields: &Fields) -> Option<&str> {
    let mut fields_of = fields.0.iter();
    let placed = fields_of.find(|field| known(PLACES, field.0).is_some());
    placed.map(|field| &*field.1).or(fields.get("name"))
}

impl Page<'_> {
    /// Whether a pattern has found a property: its name is one, and so is its type.
    pub(super) fn is_property(&self, block: &Block, fields: &Fields) -> bool {
        let placed = || self.place(fields, &self.named(name_of(fields)?)?.name);
        let is_typed = || fields.get("type").is_none_or(|text| self.is_type(text));
        block.kind == Kind::Tag || (!self.is_outside() && is_typed() && placed().is_some())
    }

    /// Whether a text is nothing but a type and marks; a word beside `required` is meant as a type.
    pub(super) fn is_type(&self, text: &str) -> bool {
        let said = self.layout.marks(text);
        let Some(ty) = self.layout.type_of(&said.rest) else {
            return said.rest.is_empty();
        };
        let is_known = |schema| self.seen.schemas.contains_key(schema);
        said.required.is_some() || ty.schema.as_ref().is_none_or(is_known)
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
        self.state.is_within = self.property(block.line, fields, depth).is_some();
        if !self.state.is_within {
            self.rule(block.line, Rule::Unread);
        }
    }

    /// States a property or parameter; nothing if it is none.
    pub(super) fn property(&mut self, line: u32, fields: &Fields, depth: usize) -> Option<()> {
        let Named { marks, name, said } = self.named(name_of(fields)?)?;
        let place = self.place(fields, &name).filter(|_| !self.is_outside())?;
        let mut on = Element {
            depth: depth + marks,
            name,
            ..Element::of(&place)
        };
        self.leave(on.depth);
        if is_body(&place) {
            let parent = self.state.elements.last().filter(|it| it.place == place);
            let parent = parent.map_or(&self.state.base, |it| &it.name).clone();
            let name = on.name.replace("[*]", "[]").replace("[0]", "[]");
            let whole = |name: &str| {
                let name = name.replace("[]", "");
                let rest = name.strip_prefix(&*parent).unwrap_or_default();
                match &*name {
                    "" => parent.clone(),
                    _ if parent.is_empty() || rest.starts_with('.') => name,
                    _ => within(&parent, &name),
                }
            };
            on.name = whole(&name);
            // A page may name the properties of an array's items and not the array.
            for (end, _) in name.match_indices("[].") {
                let array = Element::named(&place, whole(&name[..end]));
                if self.list(&array) {
                    self.say(line, &array, Aspect::Listed, "");
                    self.say(line, &array, Aspect::Type, "array of object");
                }
            }
            if on.depth < ITEM && self.state.columns.is_none() {
                self.known(&mut on);
            }
        }
        if on.name != self.state.base {
            self.say(line, &on, Aspect::Listed, "");
            self.list(&on);
        }
        self.state.is_fresh = false;
        self.say_fields(line, &mut on, fields, said);
        self.state.elements.push(on);
        Some(())
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
        let rest = rest.trim_matches([' ', ',', ':', '-', '–']);
        let mut said = self.layout.marks(rest);
        for (mark, required) in [('*', "true"), ('?', "false")] {
            if let Some(bare) = name.strip_suffix(mark).or(name.strip_prefix(mark)) {
                (name, said.required) = (bare, Some(required));
            }
        }
        let name = name.to_owned();
        let is_name = name.contains(char::is_alphanumeric) && self.is_type(&said.rest);
        is_name.then_some(Named { marks, name, said })
    }

    /// Completes the name that a heading has: a part about `owner` is about `boat.owner`, if no other
    /// property is called so.
    fn known(&self, on: &mut Element) {
        let end = format!(".{}", on.name);
        let places = self.operation.iter().flat_map(|it| &it.places);
        let names = places.filter(|it| it.1 == on.place).map(|it| &it.0);
        let mut names = names.filter(|it| **it == on.name || it.ends_with(&end));
        if let Some(first) = names.next().filter(|_| names.next().is_none()) {
            on.name.clone_from(first);
        }
    }

    /// Where a parameter is.
    fn place(&self, fields: &Fields, name: &str) -> Option<String> {
        if let Some(place) = fields.0.iter().find_map(|field| known(PLACES, field.0)) {
            return Some(place.to_owned());
        }
        if let Some(cell) = fields.get("in").filter(|_| self.seen.reading.is_empty()) {
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
            "operation" => self.parameter(self.layout.unplaced?, name),
            place => self.parameter(place, name),
        }
    }

    /// The place of a parameter that stands in a part of this place.
    fn parameter(&self, place: &str, name: &str) -> Option<String> {
        match place {
            "" | "part" | "errors" => None,
            "parameters" => {
                let operation = self.operation.as_ref()?;
                let mut listed = operation
                    .places
                    .iter()
                    .filter(|it| it.0 == name)
                    .map(|it| &*it.1);
                let first = listed
                    .next()
                    .map(|first| listed.find(|it| *it == "path").unwrap_or(first));
                let sends = operation.name.starts_with('P');
                Some(
                    first
                        .unwrap_or(if sends { "body" } else { "query" })
                        .to_owned(),
                )
            }
            place => Some(place.to_owned()),
        }
    }

    /// The attributes of a tag, as the columns of a table have them.
    pub(super) fn attributes(&self, block: &Block, fields: &mut Fields) {
        for (name, value) in block.cells.iter().filter_map(|cell| cell.split_once('=')) {
            let own = known(FIELDS, name).or(known(VALUES, name));
            let field = own.or_else(|| self.layout.column(name));
            let field = field.filter(|field| *field != "nothing" && fields.get(field).is_none());
            fields
                .0
                .extend(field.map(|field| (field, bare(value.trim()))));
        }
    }
}
