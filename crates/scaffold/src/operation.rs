//! Operations of the contract for the operations of a page.

use claims::{Aspect, openapi::ERROR_CELL};

use crate::attributes::doc;
use crate::names::{noun, pascal, quoted, snake};
use crate::parameters::parameters as written;
use crate::said::{Element, Operation};
use crate::stubs::MARK;
use crate::types::{Module, Types};

/// An operation as a file of the contract.
pub(crate) struct Written {
    pub(crate) module: String,
    pub(crate) text: String,
    /// Entries of the marks of parameters.
    pub(crate) marks: Vec<String>,
}

/// Writes operations with the types of their vendor.
pub(crate) struct Writer<'w, 't> {
    pub(crate) types: &'w mut Types<'t>,
    /// The text of the vendor's `error.rs`, if it has one that declares errors row by row.
    pub(crate) errors: Option<&'w str>,
    /// Statuses whose meaning that file does not have.
    pub(crate) statuses: Vec<String>,
}

impl Writer<'_, '_> {
    /// An operation with the name of its module and its id.
    pub(crate) fn write(
        &mut self,
        operation: &Operation,
        module: &str,
        id: &str,
    ) -> Option<Written> {
        let (method, path) = operation.method_and_path()?;
        let title = operation.title().unwrap_or(module);
        let stem = noun(title);
        let mut file = Module::default();
        let mut marks = Vec::new();
        let mut parameters = Vec::new();
        for (place, group, about) in [
            ("path", "Parameters", "What the path is made of."),
            ("header", "Headers", "Headers of the request."),
            ("query", "Query", "What is asked for."),
        ] {
            let all: Vec<_> = operation.parameters(place).collect();
            if all.is_empty() {
                continue;
            }
            written(self.types, &mut file, &all, place, group, about);
            parameters.push(group);
            for parameter in all {
                for of in parameter.all(Aspect::Inferred) {
                    marks.push(match of {
                        "type" => {
                            format!("    type_of({}, {}),", quoted(id), quoted(&parameter.name))
                        }
                        _ => format!(
                            "    inferred({}, {}, {}),",
                            quoted(id),
                            quoted(&parameter.name),
                            quoted(of)
                        ),
                    });
                }
            }
        }
        let mut lines = vec![format!(
            "    {method},\n    path = {},\n    operation_id = {},\n",
            quoted(path),
            quoted(id)
        )];
        if !parameters.is_empty() {
            lines.push(format!("    params({}),\n", parameters.join(", ")));
        }
        if let Some(body) = operation.element("body", "") {
            lines.push(self.request(&mut file, operation, body, &stem));
        }
        lines.push(self.responses(&mut file, operation, &stem));
        let schemes: Vec<_> = operation
            .parameters("security")
            .map(|it| format!("({} = [])", quoted(&it.name)))
            .collect();
        if !schemes.is_empty() {
            lines.push(format!("    security({}),\n", schemes.join(", ")));
        }
        let this = operation.element("operation", "")?;
        lines.extend(extensions(this).map(|it| format!("    {it},\n")));
        let words = match self.types.known.description(this) {
            Some(words) => words.to_owned(),
            None => format!("{MARK} describe the operation."),
        };
        let words = if this.has(Aspect::Description) {
            format!("{title}\n\n{words}")
        } else {
            title.to_owned()
        };
        let (word, rest) = module.split_at(1);
        let function = if word.starts_with(|it: char| it.is_ascii_digit()) {
            format!("n_{module}")
        } else {
            word.to_owned() + rest
        };
        file.items.push(format!(
            "{}#[utoipa::path(\n{})]\npub fn {function}() {{}}\n",
            doc(&words, 0),
            lines.concat()
        ));
        file.items
            .insert(0, format!("pub use __path_{function} as Path;\n"));
        Some(Written {
            module: module.to_owned(),
            text: file.text(&format!("`{}`: {title}.", operation.name)),
            marks,
        })
    }

    fn body(
        &mut self,
        file: &mut Module,
        operation: &Operation,
        element: &Element,
        wanted: &str,
    ) -> String {
        let module = self.types.module_of(wanted);
        self.types.of(file, &module, operation, element, wanted)
    }

    fn request(
        &mut self,
        file: &mut Module,
        operation: &Operation,
        body: &Element,
        stem: &str,
    ) -> String {
        let ty = self.body(file, operation, body, &format!("{stem}Request"));
        let media = body.get(Aspect::MediaType).unwrap_or("application/json");
        let mut lines = format!("        content = {ty},\n");
        if body.has(Aspect::Description) {
            lines += &format!(
                "        description = {},\n",
                quoted(&self.types.words(body))
            );
        }
        lines += &format!("        content_type = {},\n", quoted(media));
        lines.extend(extensions(body).map(|it| format!("        {it},\n")));
        format!("    request_body(\n{lines}    ),\n")
    }

    fn responses(&mut self, file: &mut Module, operation: &Operation, stem: &str) -> String {
        let mut rows = Vec::new();
        let mut lines = String::new();
        for response in operation.responses() {
            let status = match response.place.as_str() {
                status if status.parse::<u16>().is_ok() => status.to_owned(),
                other => quoted(other),
            };
            let body = response.get(Aspect::Type).map(|_| {
                let error = response.place.starts_with(['4', '5']);
                let wanted = if error {
                    "Error".to_owned()
                } else {
                    stem.to_owned()
                };
                self.body(file, operation, response, &wanted)
            });
            if let Some(row) = self.row(response, body.as_deref()) {
                if self
                    .errors
                    .is_some_and(|it| !it.contains(&format!("        {status} => ")))
                {
                    self.statuses.push(status.clone());
                }
                rows.push(row);
                continue;
            }
            let description = match (&*response.place, self.types.known.description(response)) {
                ("default", _) => "The responses are not documented.".to_owned(),
                (_, Some(words)) => words.to_owned(),
                (place, None) => format!("{MARK} say what {place} means."),
            };
            let Some(body) = body else {
                lines += &format!(
                    "        (status = {status}, description = {}),\n",
                    quoted(&description)
                );
                continue;
            };
            let media = response
                .get(Aspect::MediaType)
                .unwrap_or("application/json");
            lines += &format!(
                "        (\n            status = {status},\n            description = {},\n            body = {body},\n            content_type = {},\n",
                quoted(&description),
                quoted(media)
            );
            lines.extend(extensions(response).map(|it| format!("            {it},\n")));
            // utoipa takes nothing after them.
            lines += &examples(response);
            lines += "        ),\n";
        }
        if !rows.is_empty() {
            file.uses
                .retain(|it| it != &format!("crate::{}::error::Error", self.types.vendor));
            file.uses
                .insert("crate::error_responses::error_responses".to_owned());
            file.items.push(format!(
                "error_responses! {{\n    Errors of {} {{\n{}    }}\n}}\n",
                self.types.vendor,
                rows.concat()
            ));
            lines += "        Errors,\n";
        }
        format!("    responses(\n{lines}    ),\n")
    }

    /// The row that declares an error response, if the vendor's `error.rs` can say it.
    fn row(&self, response: &Element, body: Option<&str>) -> Option<String> {
        self.errors?;
        let mut rows = response.all(Aspect::Error);
        let (row, None) = (rows.next()?, rows.next()) else {
            return None;
        };
        let cells: Vec<&str> = row.split(ERROR_CELL).collect();
        let marks: Vec<&str> = response.all(Aspect::Inferred).collect();
        let json = response.get(Aspect::MediaType) == Some("application/json");
        if body != Some("Error")
            || !json
            || !(3..=4).contains(&cells.len())
            || marks.len() > 1
            || response.has(Aspect::Likely)
        {
            return None;
        }
        let mut columns = vec![pascal(cells[0])];
        columns.extend(cells[1..].iter().map(|it| quoted(it)));
        let mark = marks
            .first()
            .map(|it| format!(" inferred {}", quoted(it)))
            .unwrap_or_default();
        Some(format!(
            "        {} => ({}){mark},\n",
            response.place,
            columns.join(", ")
        ))
    }
}

/// The rows of an error table, as examples.
fn examples(response: &Element) -> String {
    const COLUMNS: [&str; 4] = ["type", "code", "details", "moreInfo"];
    let rows = response.all(Aspect::Error).map(|row| {
        let cells: Vec<&str> = row.split(ERROR_CELL).collect();
        let named = COLUMNS
            .iter()
            .zip(&cells)
            .map(|(column, cell)| format!("\"{column}\": {}", quoted(cell)));
        let name = cells.get(1).copied().unwrap_or("error");
        format!(
            "                {} = (value = json!({{ {} }})),\n",
            quoted(name),
            named.collect::<Vec<_>>().join(", ")
        )
    });
    // utoipa takes the examples in one pair of parentheses, each of them in another.
    let rows: Vec<String> = rows
        .map(|row| {
            row.replacen("                ", "                (", 1)
                .replacen(")),\n", "))),\n", 1)
        })
        .collect();
    if rows.is_empty() {
        String::new()
    } else {
        format!("            examples(\n{}            ),\n", rows.concat())
    }
}

/// What is our judgement, and what only likely, as extensions.
fn extensions(element: &Element) -> impl Iterator<Item = String> {
    let all = [
        (Aspect::Inferred, "x-inferred"),
        (Aspect::Likely, "x-likely"),
    ];
    let marks = all.into_iter().filter_map(|(aspect, key)| {
        let of: Vec<_> = element.all(aspect).map(quoted).collect();
        (!of.is_empty()).then(|| format!("(\"{key}\" = json!([{}]))", of.join(", ")))
    });
    let marks: Vec<String> = marks.collect();
    (!marks.is_empty())
        .then(|| format!("extensions({})", marks.join(", ")))
        .into_iter()
}

/// The module and the id of a new operation.
pub(crate) fn named(operation: &Operation, vendor: &str) -> (String, String) {
    let module = snake(operation.title().unwrap_or(&operation.name));
    let id = format!("{vendor}{}", pascal(&module));
    (module, id)
}
