//! Types of the contract for the bodies of a page.

use std::collections::{BTreeMap, BTreeSet};

use claims::Aspect;
use contract::catalogue::component_name;

use crate::attributes::{ASCII, attributes, doc, indented};
use crate::known::Vendor;
use crate::names::{field, pascal, quoted, singular, snake};
use crate::said::{Element, Operation, Shape};
use crate::stubs::MARK;
use crate::{CONTRACT, Input};

/// Names that mean something else in the files that are written.
const TAKEN: &[&str] = &[
    "Ascii",
    "AsciiText",
    "Date",
    "Double",
    "Errors",
    "Headers",
    "Integer",
    "LocalDateTime",
    "Map",
    "Number",
    "Option",
    "Parameters",
    "Path",
    "Query",
    "String",
    "Value",
    "Vec",
];

/// A file of the contract while it is written.
#[derive(Default)]
pub(crate) struct Module {
    pub(crate) uses: BTreeSet<String>,
    pub(crate) items: Vec<String>,
}

impl Module {
    pub(crate) fn text(&self, about: &str) -> String {
        let (own, other): (Vec<_>, Vec<_>) =
            self.uses.iter().partition(|it| it.starts_with("crate::"));
        let lines = |uses: Vec<&String>| {
            uses.iter()
                .map(|it| format!("use {it};\n"))
                .collect::<String>()
        };
        let uses = [lines(other), lines(own)];
        let uses = uses
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        let head = if uses.is_empty() {
            String::new()
        } else {
            format!("{uses}\n")
        };
        format!("//! {about}\n\n{head}{}", self.items.join("\n"))
    }
}

/// The types of the vendor, those of the page among them.
pub(crate) struct Types<'t> {
    pub(crate) vendor: &'t str,
    pub(crate) known: &'t Vendor,
    nouns: BTreeSet<String>,
    /// Modules of the vendor that are there, or are not for types.
    taken: BTreeSet<String>,
    /// The page's id, which sets a second module of one name apart.
    page: &'t str,
    new: BTreeMap<Shape, (String, String)>,
    /// The files with new types, by module.
    pub(crate) modules: BTreeMap<String, Module>,
    /// Paths of new types, in the order in which they hold each other.
    pub(crate) paths: Vec<String>,
    /// Entries of the marks.
    pub(crate) marks: Vec<String>,
    /// Scalars that a document writes in place.
    pub(crate) scalars: BTreeSet<String>,
    /// What is reused, for people.
    pub(crate) reused: BTreeSet<String>,
}

impl<'t> Types<'t> {
    pub(crate) fn new(input: &'t Input, known: &'t Vendor) -> Self {
        let folder = format!("{CONTRACT}{}/", input.vendor);
        let files = input
            .sources
            .keys()
            .filter_map(|it| it.strip_prefix(&folder)?.strip_suffix(".rs"));
        let taken = files
            .chain(["operations", "listed"])
            .map(str::to_owned)
            .collect();
        Self {
            vendor: input.vendor,
            known,
            taken,
            page: &input.page.page,
            nouns: known.nouns.clone(),
            new: BTreeMap::new(),
            modules: BTreeMap::new(),
            paths: Vec::new(),
            marks: Vec::new(),
            scalars: BTreeSet::new(),
            reused: BTreeSet::new(),
        }
    }

    /// A name for a type that no other type of the vendor has.
    fn noun(&mut self, wanted: &str) -> String {
        let mut noun = wanted.to_owned();
        let mut number = 2;
        while TAKEN.contains(&noun.as_str()) || !self.nouns.insert(noun.clone()) {
            noun = format!("{wanted}{number}");
            number += 1;
        }
        noun
    }

    /// The type of what stands at an element, imported into the file that uses it.
    pub(crate) fn of(
        &mut self,
        user: &mut Module,
        module: &str,
        operation: &Operation,
        element: &Element,
        wanted: &str,
    ) -> String {
        let ty = element.get(Aspect::Type).unwrap_or("object");
        let depth = ty.matches("array of ").count();
        let base = match ty.trim_start_matches("array of ") {
            "object"
                if element.name.is_empty()
                    || operation
                        .children(&element.place, &element.name)
                        .next()
                        .is_some() =>
            {
                self.named(user, module, operation, element, wanted)
            }
            "string" if element.has(Aspect::Enum) => {
                self.named(user, module, operation, element, wanted)
            }
            "array" => {
                user.uses.insert("serde_json::Value".to_owned());
                "Vec<Value>".to_owned()
            }
            "object" => {
                user.uses.insert("serde_json::{Map, Value}".to_owned());
                "Map<String, Value>".to_owned()
            }
            base => self.scalar(user, element, base),
        };
        "Vec<".repeat(depth) + &base + &">".repeat(depth)
    }

    pub(crate) fn scalar(&mut self, user: &mut Module, element: &Element, base: &str) -> String {
        let precision = element.get(Aspect::Precision);
        let format = element.get(Aspect::Format);
        let scalar = match (base, precision, format) {
            ("integer" | "number", Some(precision), _) => {
                let (digits, decimals) = precision.split_once(',').unwrap_or((precision, "0"));
                format!("Number<{digits}, {decimals}>")
            }
            ("integer", None, Some("int32")) => return "i32".to_owned(),
            ("integer", None, Some("int64")) => return "i64".to_owned(),
            ("integer", ..) => "Integer".to_owned(),
            ("number", ..) => "Double".to_owned(),
            ("boolean", ..) => return "bool".to_owned(),
            (_, _, Some("date")) => {
                user.uses.insert("jiff::civil::Date".to_owned());
                return "Date".to_owned();
            }
            (_, _, Some("date-time-local")) => "LocalDateTime".to_owned(),
            _ if element.get(Aspect::Pattern) == Some(ASCII) => {
                match element.get(Aspect::MaxLength) {
                    Some(length) => format!("Ascii<{length}>"),
                    None => "AsciiText".to_owned(),
                }
            }
            _ => return "String".to_owned(),
        };
        let name = scalar.split('<').next().unwrap_or_default();
        user.uses.insert(format!("crate::scalar::{name}"));
        self.scalars.insert(scalar.clone());
        scalar
    }

    /// A type with a name: one that the vendor has, or a new one.
    fn named(
        &mut self,
        user: &mut Module,
        module: &str,
        operation: &Operation,
        element: &Element,
        wanted: &str,
    ) -> String {
        let shape = operation.shape(&element.place, &element.name);
        if let Some((noun, path)) = self.known.types.get(&shape) {
            self.reused.insert(noun.clone());
            user.uses.insert(path.clone());
            return noun.clone();
        }
        if let Some((noun, path)) = self.new.get(&shape) {
            if !path.starts_with(&format!("crate::{}::{module}::", self.vendor))
                || user.items.is_empty()
            {
                user.uses.insert(path.clone());
            }
            return noun.clone();
        }
        let noun = self.noun(wanted);
        let path = format!("crate::{}::{module}::{noun}", self.vendor);
        self.new.insert(shape, (noun.clone(), path.clone()));
        self.paths.push(path.clone());
        let mut file = self.modules.remove(module).unwrap_or_default();
        // Its place in the file is before the types that it holds.
        let at = file.items.len();
        file.items.push(String::new());
        let text = if element.has(Aspect::Enum) {
            file.uses
                .insert("crate::listed_values::listed_values".to_owned());
            listed(&noun, element)
        } else {
            self.object(&mut file, module, operation, element, &noun)
        };
        file.items[at] = text;
        let own = format!("crate::{}::{module}::", self.vendor);
        file.uses.retain(|it| !it.starts_with(&own));
        self.modules.insert(module.to_owned(), file);
        user.uses.insert(path);
        noun
    }

    fn object(
        &mut self,
        file: &mut Module,
        module: &str,
        operation: &Operation,
        element: &Element,
        noun: &str,
    ) -> String {
        let children: Vec<_> = operation.children(&element.place, &element.name).collect();
        let fields: Vec<_> = children.iter().map(|it| field(it.last())).collect();
        let camel = children
            .iter()
            .zip(&fields)
            .any(|(it, (name, camel))| *camel && it.last() != name.trim_start_matches("r#"));
        let object = if camel { "camel_case_object" } else { "object" };
        file.uses.insert("macro_rules_attribute::apply".to_owned());
        file.uses.insert(format!("crate::object::{object}"));
        let mut lines = vec![format!(
            "/// {MARK} describe this type.\n#[apply({object}!)]\npub struct {noun} {{"
        )];
        for (child, (name, is_camel)) in children.iter().zip(&fields) {
            let wire = child.last();
            let mut attributes = attributes(child, "schema");
            let found = if camel {
                *is_camel
            } else {
                wire == name.trim_start_matches("r#")
            };
            if !found {
                attributes.insert(0, format!("#[serde(rename = {})]", quoted(wire)));
            }
            // The file that is written holds its types itself: they are put beside it while this one is open.
            let items = std::mem::take(file);
            self.modules.insert(module.to_owned(), items);
            let mut user = Module::default();
            let ty = self.of(&mut user, module, operation, child, &pascal(singular(wire)));
            *file = self.modules.remove(module).unwrap_or_default();
            file.uses.extend(user.uses);
            if ty == "Date" && !child.required() {
                file.uses.insert("crate::scalar::civil_date".to_owned());
                attributes.push("#[serde(default, deserialize_with = \"civil_date\")]".to_owned());
            }
            let ty = if child.required() {
                ty
            } else {
                format!("Option<{ty}>")
            };
            if ty.contains("Map<String, Value>") {
                attributes.push(format!(
                    "#[schema(value_type = {})]",
                    ty.replace("Map<String, Value>", "Object")
                ));
            }
            lines.push(format!(
                "{}{}    pub {name}: {ty},\n",
                doc(&self.words(child), 4),
                indented(&attributes)
            ));
            self.mark(noun, child);
        }
        format!("{}}}\n", lines.join("\n"))
    }

    /// A module for the types of a body.
    pub(crate) fn module_of(&self, noun: &str) -> String {
        let module = snake(noun);
        if self.taken.contains(&module) {
            format!("{module}_{}", snake(self.page))
        } else {
            module
        }
    }

    /// What people wrote for the same sentences about the same name, or a mark.
    pub(crate) fn words(&self, element: &Element) -> String {
        let known = self.known.description(element);
        known.map_or_else(
            || format!("{MARK} describe `{}`.", element.last()),
            str::to_owned,
        )
    }

    /// What is our judgement about a property, or only likely.
    fn mark(&mut self, noun: &str, element: &Element) {
        let schema = quoted(&component_name(self.vendor, noun));
        let property = quoted(element.last());
        for (aspect, mark) in [(Aspect::Inferred, "Inferred"), (Aspect::Likely, "Likely")] {
            for of in element.all(aspect) {
                // A decimal carries marks of its own.
                if element.has(Aspect::Precision) {
                    continue;
                }
                self.marks.push(match (mark, of) {
                    ("Inferred", "type") => format!("    inferred_type({schema}, {property}),"),
                    ("Likely", _) => format!("    likely({schema}, {property}, {}),", quoted(of)),
                    _ => format!(
                        "    PropertyMark {{\n        mark: Mark::{mark},\n        schema: {schema},\n        property: {property},\n        aspect: {},\n    }},",
                        quoted(of)
                    ),
                });
            }
        }
    }
}

/// An enum of listed values.
fn listed(noun: &str, element: &Element) -> String {
    let described: BTreeSet<&str> = element.all(Aspect::EnumDescription).collect();
    let with = if described.is_empty() {
        ""
    } else {
        " with enumDescriptions"
    };
    let within = match (
        element.get(Aspect::Pattern) == Some(ASCII),
        element.get(Aspect::MaxLength),
    ) {
        (true, Some(length)) => format!(" within crate::scalar::Ascii<{length}>"),
        (true, None) => " within crate::scalar::AsciiText".to_owned(),
        _ => String::new(),
    };
    let extension = element
        .get(Aspect::ReferenceData)
        .map(|it| format!("    #[extension(\"x-reference-data\" = {})]\n", quoted(it)));
    let values = element.all(Aspect::Enum).map(|value| {
        let mut variant = pascal(value);
        if variant == "Other" || variant == "Self" {
            variant.push_str("Value");
        }
        format!(
            "        /// {MARK} say what `{value}` means.\n        {variant} = {},\n",
            quoted(value)
        )
    });
    format!(
        "listed_values! {{\n    /// {MARK} describe this type.\n{}    pub enum {noun}{with}{within} {{\n{}    }}\n}}\n",
        extension.unwrap_or_default(),
        values.collect::<String>()
    )
}
