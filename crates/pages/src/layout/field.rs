//! The names that a layout file uses, and what a block says under them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// A name in a layout file.
pub(super) type Name = &'static str;

/// What a block opens, in the order in which the patterns are tried.
pub(super) const OPENS: Name = "skip ignore example server says operation title description required optional query header path \
    cookie body parameters 200 201 status errors part property value schemas schema";

/// What words of a page mean.
pub(super) const WORDS: Name =
    "yes no required optional deprecated read-only write-only nullable positive none itself values";

/// The fields that name a parameter of this place.
pub(super) const PLACES: Name = "query header path cookie body";

/// Looks up a name of a list.
pub(super) fn known(list: Name, name: &str) -> Option<Name> {
    list.split(' ').find(|known| *known == name)
}

/// What a column holds, or a placeholder of a pattern.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Field {
    pub(super) name: String,
    /// The regular expression of the text that a placeholder stands for.
    pub(super) text: String,
    /// The aspects of claims and the keywords of JSON Schema that it states, if it is a fact.
    pub(super) states: Vec<String>,
    pub(super) is_number: bool,
    /// The regular expression of what may stand behind it: if other words follow, it may mean something
    /// else.
    pub(super) end: Option<String>,
}

/// Every field.
pub(super) static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let fields = toml::from_str::<BTreeMap<String, _>>(include_str!("field.toml"));
    fields
        .expect("a table of fields")
        .remove("field")
        .expect("fields")
});

/// The names of every field, and of those that are facts.
pub(super) static NAMES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let names = |least: usize| {
        let fields = FIELDS.iter().filter(|field| field.states.len() >= least);
        fields.map(|it| &*it.name).collect::<Vec<_>>().join(" ")
    };
    [names(0), names(1)]
});

impl Field {
    /// Looks up a field by its name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        FIELDS.iter().find(|field| field.name == name)
    }

    /// Returns how a pattern writes it.
    pub(super) fn placeholder(&self) -> String {
        format!("{{{}}}", self.name)
    }

    /// Whether the field with this name is a fact.
    pub(super) fn is_fact(name: &str) -> bool {
        Self::named(name).is_some_and(|field| !field.states.is_empty())
    }
}

/// What a block says, field by field; a field may be there more than once.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(pub(super) Vec<(Name, String)>);

impl Fields {
    /// Returns the first text of a field that is not empty.
    pub(super) fn get(&self, field: Name) -> Option<&str> {
        self.all(field).next()
    }

    /// Returns every text of a field that is not empty.
    pub(super) fn all(&self, field: Name) -> impl Iterator<Item = &str> {
        let fields = self.0.iter();
        let fields = fields.filter(move |found| found.0 == field && !found.1.is_empty());
        fields.map(|found| &*found.1)
    }

    /// Returns the place that a field names a parameter of, and the parameter.
    pub(super) fn placed(&self) -> Option<(Name, &str)> {
        // A path is no name of a part of one.
        let mut fields = self.0.iter();
        let placed = fields.find_map(|(field, text)| Some((known(PLACES, field)?, &**text)));
        placed.filter(|(_, text)| !text.contains('/'))
    }

    /// Returns the text that names a parameter or property.
    pub(super) fn name(&self) -> Option<&str> {
        self.placed().map(|(_, name)| name).or(self.get("name"))
    }
}
