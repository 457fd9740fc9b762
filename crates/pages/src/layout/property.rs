//! Parameters and properties: their names, types, marks and wordings.

use claims::Aspect;

use super::page::{Element, ITEM, Page, TAG, is_body, is_status, plain};
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

    /// Whether a text is nothing but a type and marks.
    pub(super) fn is_type(&self, text: &str) -> bool {
        let rest = self.layout.marks(text).rest;
        let Some(ty) = self.layout.type_of(&rest).filter(|_| !rest.is_empty()) else {
            return rest.is_empty();
        };
        ty.schema.is_none_or(|it| self.schemas.contains_key(&it))
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
        let Named {
            marks,
            mut name,
            ty,
            said,
        } = self.named(name_of(fields)?)?;
        let place = self.place(fields, &name).filter(|_| !self.is_outside())?;
        let depth = depth + marks;
        self.leave(depth);
        if is_body(&place) {
            let parent = self.state.elements.last().filter(|it| it.place == place);
            let parent = parent.map_or(&self.state.base, |it| &it.name);
            let parts = ["[*]", "[0]", "[]"].iter();
            name = parts.fold(name, |name, part| name.replace(part, ""));
            let rest = name.strip_prefix(&**parent).unwrap_or_default();
            if name.is_empty() {
                name.clone_from(parent);
            } else if parent.is_empty() || !rest.starts_with('.') {
                name = within(parent, &name);
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
        self.say_type(line, &place, &name, &ty);
        self.say_fields(line, &place, &name, fields, &said);
        self.state.elements.push(Element { depth, name, place });
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
            if said.rest.ends_with(mark) {
                said.rest
                    .truncate(said.rest.trim_end_matches([mark, ' ']).len());
                said.required = Some(required);
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
        let places = self.operation.iter().flat_map(|it| &it.places);
        let names = places.filter(|it| *it.1 == place).map(|it| it.0);
        let mut names = names.filter(|it| **it == name || it.ends_with(&end));
        let first = names.next().filter(|_| names.next().is_none());
        first.cloned().unwrap_or(name)
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
        let unplaced = self.layout.unplaced.unwrap_or_default();
        let is_placed = self.state.place != "operation";
        match if is_placed {
            &*self.state.place
        } else {
            unplaced
        } {
            "" => None,
            "parameters" => {
                let operation = self.operation.as_ref()?;
                let sends = operation.name.starts_with('P');
                let other = if sends { "body" } else { "query" }.to_owned();
                Some(operation.places.get(name).cloned().unwrap_or(other))
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
        let wordings = fields.all("description");
        let wordings = wordings.filter(|text| !self.layout.is("none", text));
        let mut wordings: Vec<_> = wordings.map(|text| self.layout.wording(text)).collect();
        let wording = wordings.iter().find_map(|said| said.required);
        let cells = ["required", "optional"].map(|field| fields.get(field));
        let [own, other] = cells.map(|cell| self.answer(line, place, name, cell?));
        let other = other.map(|answer| if answer == "true" { "false" } else { "true" });
        required = own.or(other).or(required).or(wording);
        if !name.is_empty() {
            required = required.or(self.state.required);
        }
        if !is_body(place) {
            required = required.or(self.layout.unmarked);
        }
        self.say_required(line, place, name, required);
        self.say_facts(line, place, name, &said.facts);
        self.say_facts(line, place, name, &self.layout.values(fields));
        let deprecated = fields.get("deprecated");
        if deprecated.is_some_and(|text| self.layout.is("yes", text)) {
            self.say(line, place, name, Aspect::Keyword, "deprecated=true");
        }
        if let Some(media) = fields.get("media") {
            self.say(line, place, name, Aspect::MediaType, media);
        }
        let types = fields.all("type").map(|text| self.layout.marks(text).rest);
        let mut types = types.filter_map(|text| self.layout.type_of(&text));
        let is_number = types.all(|ty| !ty.name.contains("array") && !ty.name.contains("string"));
        for said in &mut wordings {
            // `At most 40` of a text is a length or the number of something.
            let is_bound = |aspect| aspect == Aspect::Minimum || aspect == Aspect::Maximum;
            for fact in said
                .facts
                .iter_mut()
                .filter(|fact| !is_number && is_bound(fact.0))
            {
                *fact = (Aspect::Unread, "range".to_owned());
            }
            self.describe_said(line, place, name, said);
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
        self.say_facts(line, place, name, &said.facts);
        said.required
    }

    /// States whether an element is required. That a property is not, a schema says by silence.
    pub(super) fn say_required(&mut self, line: u32, place: &str, name: &str, is: Option<Name>) {
        let is_whole = is_status(place) && name.is_empty();
        let is = is.filter(|is| !is_body(place) || (*is == "true" && !is_whole));
        if let Some(required) = is {
            self.say(line, place, name, Aspect::Required, required);
        }
    }

    pub(super) fn say_facts(
        &mut self,
        line: u32,
        place: &str,
        name: &str,
        facts: &[(Aspect, String)],
    ) {
        for (aspect, value) in facts {
            self.say(line, place, name, *aspect, value);
        }
    }

    /// States a type, and what a schema with its name says. Returns what the type says of `required`.
    fn say_type(&mut self, line: u32, place: &str, name: &str, text: &str) -> Option<Name> {
        let facts = crate::prose::facts(text);
        let is_fact = facts.iter().any(|fact| fact.0 == Aspect::Type);
        if is_fact {
            self.say_facts(line, place, name, &facts);
        }
        if is_fact || self.layout.is("none", text) {
            return None;
        }
        let said = self.layout.marks(text);
        self.say_facts(line, place, name, &said.facts);
        let mut ty = self.layout.type_of(&said.rest).unwrap_or_default();
        let schema = ty.schema.filter(|schema| self.schemas.contains_key(schema));
        if let Some(schema) = &schema {
            ty.name = ty.name.replace(&**schema, "object");
        } else if ty.name.is_empty() {
            ty.name.clone_from(&said.rest);
        }
        let itself = schema.as_ref().filter(|_| ty.name == "object");
        let is_said = itself.is_some_and(|schema| self.says_itself(schema));
        if ty.name.contains(char::is_alphanumeric) && !is_said {
            let end = if said.is_nullable { "|null" } else { "" };
            let name_of_type = format!("{}{end}", ty.name);
            self.say(line, place, name, Aspect::Type, &name_of_type);
        }
        let is_text = ty.name == "string";
        let bound = if is_text {
            Aspect::MaxLength
        } else {
            Aspect::Precision
        };
        for (aspect, value) in [(Aspect::Format, ty.format), (bound, ty.bound)] {
            if let Some(value) = value {
                self.say(line, place, name, aspect, &value);
            }
        }
        if let Some(schema) = schema {
            self.expand(&schema, place, name);
        }
        said.required
    }

    /// Whether a schema has a row of its own type: it is an array or a text.
    fn says_itself(&self, schema: &str) -> bool {
        let range = self.schemas.get(schema).cloned().unwrap_or_default();
        let rows = self.blocks[range].iter();
        let mut firsts = rows
            .filter(|it| it.kind == Kind::Row)
            .filter_map(|it| it.cells.first());
        firsts.any(|cell| self.layout.is("itself", &plain(cell)))
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
        let state = std::mem::take(&mut self.state);
        (self.state.place, self.state.base) = (place.to_owned(), name.to_owned());
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
            let field = field.map(|field| (field, value.trim().to_owned()));
            fields.0.extend(field);
        }
    }
}
