//! The named types of the catalogue, in both views.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use contract::catalogue::{Catalogue, Schema};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::error::BuildError;
use crate::json::{members, step};
use crate::normalise::{Schemas, name_components, normalise};

/// The named types of a catalogue, their references being bare names.
pub(crate) struct Components {
    /// As utoipa sees them.
    pub(crate) utoipa: Schemas,
    /// As schemars sees them.
    pub(crate) schemars: Schemas,
    /// The scalars that stand in place, as utoipa sees them.
    pub(crate) scalars: Schemas,
}

pub(crate) fn components(catalogue: &Catalogue) -> Result<Components, Vec<BuildError>> {
    let errors = contradictions(catalogue);
    if !errors.is_empty() {
        return Err(errors);
    }
    let scalars: Schemas = catalogue
        .scalars
        .iter()
        .map(|s| (s.name(), utoipa(s)))
        .collect();
    let mut components = Components {
        utoipa: Schemas::new(),
        schemars: Schemas::new(),
        scalars,
    };
    // What a type writes is what a reader may rely on.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    // One for each vendor: two vendors may have types of one name.
    let mut generators = BTreeMap::new();
    let mut schemas: Vec<&Schema> = catalogue.schemas.iter().collect();
    schemas.sort_by_cached_key(|schema| schema.name());
    for schema in schemas {
        let name = schema.name();
        let generator = generators.entry(schema.group);
        let generator = generator.or_insert_with(|| settings.clone().into_generator());
        let of_utoipa = utoipa(schema);
        let mut of_schemars = (schema.schemars)(generator).to_value();
        extend(&mut of_schemars, &of_utoipa);
        let views = [
            (of_utoipa, &mut components.utoipa),
            (of_schemars, &mut components.schemars),
        ];
        for (mut view, into) in views {
            name_components(&mut view, schema.group, &components.scalars);
            normalise(&mut view, &components.scalars);
            into.insert(name.clone(), view);
        }
    }
    for view in [&mut components.utoipa, &mut components.schemars] {
        mark_aspects(catalogue, view)?;
    }
    Ok(components)
}

fn utoipa(schema: &Schema) -> Value {
    // A schema that utoipa built is serialisable: the crate's own documents are made so.
    serde_json::to_value((schema.utoipa)()).unwrap_or_default()
}

/// Gives the properties of the schemars view the extensions that their fields have for utoipa.
fn extend(schemars: &mut Value, utoipa: &Value) {
    for (name, property) in members(&utoipa["properties"]) {
        let extensions = members(property).filter(|(keyword, _)| keyword.starts_with("x-"));
        let view = schemars.pointer_mut(&step("/properties", name));
        if let Some(Value::Object(view)) = view {
            view.extend(extensions.map(|(keyword, value)| (keyword.clone(), value.clone())));
        }
    }
}

/// Types that would merge silently; a scalar would stand in place of a type of its name.
fn contradictions(catalogue: &Catalogue) -> Vec<BuildError> {
    let schemas: Vec<&Schema> = catalogue.schemas.iter().chain(catalogue.scalars).collect();
    let mut errors = Vec::new();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for schema in schemas {
        let (name, rust) = (schema.name(), (schema.rust)());
        let (utoipa, schemars) = ((schema.noun)(), (schema.schemars_noun)());
        if schemars != utoipa {
            let rust = rust.to_owned();
            errors.push(BuildError::TwoNames {
                rust,
                utoipa,
                schemars,
            });
        }
        match known.entry(name) {
            Entry::Vacant(entry) => drop(entry.insert(rust)),
            Entry::Occupied(entry) => {
                let (one, other) = ((*entry.get()).to_owned(), rust.to_owned());
                let name = entry.key().clone();
                errors.push(BuildError::SchemaCollision { name, one, other });
            }
        }
    }
    errors
}

/// Marks the aspects that are our judgement or only likely. A mark without its property is an error.
fn mark_aspects(catalogue: &Catalogue, schemas: &mut Schemas) -> Result<(), Vec<BuildError>> {
    let mut errors = Vec::new();
    for mark in catalogue.marks {
        let property = schemas
            .get_mut(mark.schema)
            .and_then(|schema| schema.get_mut("properties")?.get_mut(mark.property))
            .and_then(Value::as_object_mut);
        let Some(property) = property else {
            let (schema, property) = (mark.schema.to_owned(), mark.property.to_owned());
            errors.push(BuildError::NothingToMark { schema, property });
            continue;
        };
        let marks = property
            .entry(mark.mark.keyword())
            .or_insert_with(|| json!([]));
        if let Value::Array(marks) = marks {
            marks.push(json!(mark.aspect));
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

impl Components {
    /// The components that a value refers to, directly or not, by name.
    pub(crate) fn reached(&self, value: &Value) -> Schemas {
        let mut names = BTreeSet::new();
        self.reach(value, &mut names);
        names
            .into_iter()
            .filter_map(|name| Some((name.clone(), self.utoipa.get(&name)?.clone())))
            .collect()
    }

    fn reach(&self, value: &Value, names: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    let name = reference.rsplit('/').next().unwrap_or_default();
                    if let Some(component) = self.utoipa.get(name)
                        && names.insert(name.to_owned())
                    {
                        self.reach(component, names);
                    }
                }
                members
                    .values()
                    .for_each(|member| self.reach(member, names));
            }
            Value::Array(items) => items.iter().for_each(|item| self.reach(item, names)),
            _ => {}
        }
    }
}
