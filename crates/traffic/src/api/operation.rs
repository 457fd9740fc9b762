//! One operation, as an exchange is held against it.

use claims::Aspect;
use claims::openapi::{Operation as Found, OperationReader};
use jsonschema::Registry;
use review::Expected;
use serde_json::{Map, Value};

use super::check::Check;
use super::lore::Lore;
use super::shape::target;

/// The schema of what may be anything.
static ANYTHING: Value = Value::Bool(true);

/// One operation with the checks of what it takes and answers.
#[derive(Debug)]
pub(crate) struct Operation<'d> {
    pub(crate) lore: Lore,
    /// Whether it is documented: of an operation that is only listed nothing else is known.
    pub(crate) is_documented: bool,
    pub(crate) parameters: Vec<Parameter<'d>>,
    /// What the names of other documented parameters in a query are, of security schemes.
    pub(crate) keys: Vec<&'d str>,
    pub(crate) body: Option<Body<'d>>,
    pub(crate) responses: Vec<Response<'d>>,
    /// How many exchanges were seen.
    pub(crate) seen: u64,
}

#[derive(Debug)]
pub(crate) struct Parameter<'d> {
    pub(crate) is_required: bool,
    pub(crate) check: Check<'d>,
    /// How many requests were without it.
    pub(crate) absent: u64,
}

/// A body of a request, or of the answers of one status.
#[derive(Debug)]
pub(crate) struct Body<'d> {
    pub(crate) is_required: bool,
    /// By media type, which may be a range.
    pub(crate) content: Vec<Media<'d>>,
}

#[derive(Debug)]
pub(crate) struct Media<'d> {
    /// The media type, or a range of them: `image/*`.
    pub(crate) range: &'d str,
    pub(crate) check: Option<Check<'d>>,
    pub(crate) seen: u64,
}

#[derive(Debug)]
pub(crate) struct Response<'d> {
    pub(crate) status: &'d str,
    pub(crate) content: Vec<Media<'d>>,
    pub(crate) rows: Vec<Row<'d>>,
    pub(crate) seen: u64,
}

/// A row of a table of errors.
#[derive(Debug)]
pub(crate) struct Row<'d> {
    pub(crate) cells: &'d Map<String, Value>,
    pub(crate) seen: u64,
}

/// Reads the parts of an operation.
struct Reader<'r, 'd> {
    document: &'d Value,
    registry: Option<&'r Registry<'d>>,
}

impl<'d> Operation<'d> {
    pub(crate) fn of(
        document: &'d Value,
        registry: Option<&Registry<'d>>,
        found: &Found<'d>,
        claims: &mut OperationReader<'d>,
        expected: &[&Expected],
    ) -> Self {
        let lore = Lore::of(found, claims, expected);
        let reader = Reader { document, registry };
        let documented = |it: &claims::DocumentClaim| it.claim.aspect == Aspect::Documented;
        Self {
            is_documented: lore.claims.iter().any(documented),
            parameters: reader.parameters(found),
            keys: reader.keys(found),
            body: reader.body(found),
            responses: reader.responses(found, &lore),
            lore,
            seen: 0,
        }
    }
}

impl<'d> Reader<'_, 'd> {
    /// What stands at a place, behind its reference if it is one, with the pointer to it.
    fn referred(&self, pointer: String, value: &'d Value) -> (String, &'d Value) {
        let reference = value.get("$ref").and_then(Value::as_str);
        let found =
            reference.and_then(|it| Some((it.strip_prefix('#')?, target(self.document, it)?)));
        found.map_or((pointer, value), |(node, value)| (node.to_owned(), value))
    }

    fn parameters(&self, found: &Found<'d>) -> Vec<Parameter<'d>> {
        let mut parameters: Vec<Parameter<'d>> = Vec::new();
        let own = found.pointer.to_string();
        let item = own.rsplit_once('/').map_or("", |(item, _)| item).to_owned();
        // Those of the operation come first: they replace those of its path item.
        for node in [own, item] {
            let node = format!("{node}/parameters");
            let all = self.document.pointer(&node).and_then(Value::as_array);
            for (index, parameter) in all.into_iter().flatten().enumerate() {
                let (pointer, parameter) = self.referred(format!("{node}/{index}"), parameter);
                let text = |keyword| parameter.get(keyword).and_then(Value::as_str);
                let (Some(place), Some(name)) = (text("in"), text("name")) else {
                    continue;
                };
                let known = |it: &Parameter| it.check.place == place && it.check.name == name;
                if parameters.iter().any(known) {
                    continue;
                }
                let schema = parameter.get("schema").unwrap_or(&ANYTHING);
                let pointer = format!("{pointer}/schema");
                parameters.push(Parameter {
                    is_required: parameter.get("required") == Some(&Value::Bool(true)),
                    check: Check::of(self.document, self.registry, &pointer, schema, place, name),
                    absent: 0,
                });
            }
        }
        parameters
    }

    /// The parameters of a query in which keys of an API travel (OpenAPI 3.1, section 4.8.27).
    fn keys(&self, found: &Found<'d>) -> Vec<&'d str> {
        let required = found
            .value
            .get("security")
            .or_else(|| self.document.get("security"));
        let required = required.and_then(Value::as_array).into_iter().flatten();
        let names = required.filter_map(Value::as_object).flat_map(Map::keys);
        let schemes = self.document.pointer("/components/securitySchemes");
        let schemes = names.filter_map(|name| schemes?.get(name));
        let in_query = schemes.filter(|it| it.get("in").is_some_and(|place| place == "query"));
        in_query.filter_map(|it| it.get("name")?.as_str()).collect()
    }

    fn body(&self, found: &Found<'d>) -> Option<Body<'d>> {
        let pointer = format!("{}/requestBody", found.pointer);
        let (pointer, body) = self.referred(pointer, found.value.get("requestBody")?);
        Some(Body {
            is_required: body.get("required") == Some(&Value::Bool(true)),
            content: self.content(&pointer, body, "body"),
        })
    }

    fn responses(&self, found: &Found<'d>, lore: &Lore) -> Vec<Response<'d>> {
        let responses = found.value.get("responses").and_then(Value::as_object);
        let response = |(status, response): (&'d String, &'d Value)| {
            let pointer = format!("{}/responses/{status}", found.pointer);
            let (pointer, response) = self.referred(pointer, response);
            let closed = !lore.error_rows(status).is_empty();
            Response {
                status,
                content: self.content(&pointer, response, status),
                rows: if closed { rows(response) } else { Vec::new() },
                seen: 0,
            }
        };
        responses.into_iter().flatten().map(response).collect()
    }

    fn content(&self, pointer: &str, holder: &'d Value, place: &str) -> Vec<Media<'d>> {
        let content = holder.get("content").and_then(Value::as_object);
        let media = |(media_type, value): (&'d String, &'d Value)| {
            let step = claims::Pointer::escape(media_type);
            let pointer = format!("{pointer}/content/{step}/schema");
            let schema = value.get("schema");
            Media {
                range: media_type,
                check: schema.map(|schema| {
                    Check::of(self.document, self.registry, &pointer, schema, place, "")
                }),
                seen: 0,
            }
        };
        content.into_iter().flatten().map(media).collect()
    }
}

/// The rows of errors among the examples of a response: those with nothing nested.
fn rows(response: &Value) -> Vec<Row<'_>> {
    let content = response.get("content").and_then(Value::as_object);
    let examples = content
        .into_iter()
        .flatten()
        .filter_map(|(_, media)| media.get("examples")?.as_object());
    let values = examples
        .flatten()
        .filter_map(|(_, example)| example.get("value")?.as_object());
    let flat = |cells: &&Map<String, Value>| {
        cells
            .values()
            .all(|cell| !cell.is_object() && !cell.is_array())
    };
    values
        .filter(flat)
        .map(|cells| Row { cells, seen: 0 })
        .collect()
}
