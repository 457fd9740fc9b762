//! One operation of one page: what its document says, and the evidence for it.

use claims::Element;
use contract::catalogue::{Operation as Catalogued, Provider};
use review::Reviewed;
use review::classes::{Class, Classed};
use review::explain::{self, Explanation};
use serde_json::Value;

use crate::error::Problem;
use crate::sandbox;

/// One operation of one page.
#[derive(Debug)]
pub(crate) struct Operation<'p> {
    /// The page that it is on.
    pub(crate) provider: &'static Provider,
    /// The document of this page.
    pub(crate) document: &'p Value,
    /// The operation in it.
    pub(crate) node: &'p Value,
    /// The method in capitals.
    pub(crate) method: String,
    /// The path template.
    pub(crate) path: String,
    /// Every statement about it, with its evidence.
    pub(crate) explanation: Explanation,
    /// The class of each element.
    classed: &'p Classed<'p>,
}

impl<'p> Operation<'p> {
    /// An operation of the catalogue, as the document of its page has it.
    pub(crate) fn of(
        provider: &'static Provider,
        catalogued: &Catalogued,
        reviewed: &'p Reviewed<'p>,
    ) -> Result<Self, Problem> {
        let (method, path) = match catalogued {
            Catalogued::Documented(documented) => {
                let documented = documented();
                (documented.method, documented.path)
            }
            Catalogued::Listed(listed) => (listed.method, listed.path.to_owned()),
        };
        let name = format!("{} {path}", method.to_uppercase());
        let unknown = || Problem::NotInDocument {
            page: provider.id,
            operation: name.clone(),
        };
        let document = reviewed.document;
        let node = document["paths"][&path].get(method);
        let explanation = explain::explain(reviewed, &name).map_err(|_| unknown())?;
        Ok(Self {
            provider,
            document,
            node: node.ok_or_else(unknown)?,
            method: method.to_uppercase(),
            path,
            explanation,
            classed: &reviewed.classed,
        })
    }

    /// The operation's id, which is also the name of its page.
    pub(crate) fn id(&self) -> &'p str {
        text(self.node, "operationId")
    }

    /// The title.
    pub(crate) fn title(&self) -> &'p str {
        text(self.node, "summary")
    }

    /// The description.
    pub(crate) fn description(&self) -> &'p str {
        text(self.node, "description")
    }

    /// `GET /v1/offers`, as claims call it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether its page only lists it.
    pub(crate) fn is_listed(&self) -> bool {
        self.node.get("x-documentation").is_some()
    }

    /// The class of an element, or the strongest of what it holds.
    pub(crate) fn class(&self, place: &str, name: &str) -> Option<&'p Class> {
        self.classed.get(&Element::new(&self.name(), place, name))
    }

    /// What the document says of where it is served.
    pub(crate) fn servers(&self) -> &'p [Value] {
        let own = self.node.get("servers");
        let servers = own.or_else(|| self.document.get("servers"));
        servers.and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// The name and the object of the security scheme that it asks for.
    pub(crate) fn security(&self) -> Option<(&'p str, &'p Value)> {
        let first = self.node["security"].get(0)?.as_object()?;
        let name = first.keys().next()?;
        Some((name, &self.document["components"]["securitySchemes"][name]))
    }

    /// What its `Authorization` header says for the first invented customer.
    pub(crate) fn authorization(&self) -> &'static str {
        sandbox::authorization(self.security().map_or("", |(name, _)| name))
    }

    /// Its parameters, in the order of the document.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'p Value> {
        let parameters = self.node["parameters"].as_array();
        parameters.into_iter().flatten()
    }

    /// The path of its page of the portal, from the root of the site.
    pub(crate) fn address(&self) -> String {
        format!("{}/{}.html", self.provider.id, self.id())
    }

    /// The path of the same in Markdown.
    pub(crate) fn twin(&self) -> String {
        format!("{}/{}.md", self.provider.id, self.id())
    }
}

/// A text of an object; empty where it has none.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}
