//! What of a page a document cannot say as it stands, and what OpenAPI demands beyond it.

use claims::openapi::ERROR_CELL;
use claims::{Aspect, Claim};

use crate::forms::{self, Form};
use crate::known::Vendor;
use crate::names;
use crate::said::{Element, Operation, Said};

/// Header parameters that OpenAPI ignores (3.1, section 4.8.12.2).
const IGNORED: [&str; 3] = ["accept", "content-type", "authorization"];

/// One thing that a supply says: place and name, both empty if they are those of the hook.
pub(crate) type Says = (String, String, Aspect, String);

/// What a reading has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    Omit,
    Becomes(&'static str),
    Operation,
    Name(String),
    Value(String, String),
    Says(Vec<Says>),
}

/// A decision that has to be taken about a claim of the page.
#[derive(Clone, Debug)]
pub(crate) struct Need {
    pub(crate) form: &'static Form,
    /// What stands for `{}` in the form.
    pub(crate) about: String,
    pub(crate) due: Due,
    /// The claim that it is about or hangs on.
    pub(crate) hook: Claim,
    pub(crate) line: u32,
}

/// What the readings do not decide yet.
pub(crate) struct Needs<'n> {
    page: &'n str,
    vendor: &'n str,
    /// The page's address, if it is known.
    url: Option<&'n str>,
    known: &'n Vendor,
    all: Vec<Need>,
}

fn says(aspect: Aspect, value: &str) -> Due {
    Due::Says(vec![at("", "", aspect, value)])
}

fn at(place: &str, name: &str, aspect: Aspect, value: &str) -> Says {
    (place.to_owned(), name.to_owned(), aspect, value.to_owned())
}

impl<'n> Needs<'n> {
    /// All of them, in the order of the page; only those about lost handles if there are any.
    pub(crate) fn of(input: &crate::Input<'n>, known: &'n Vendor, said: &Said) -> Vec<Need> {
        let (page, vendor, url) = (input.page.page.as_str(), input.vendor, input.url);
        let all = Vec::new();
        let mut needs = Self {
            page,
            vendor,
            url,
            known,
            all,
        };
        said.operations().for_each(|it| needs.handles(it));
        if needs.all.is_empty() {
            needs.decisions(said);
        }
        needs.all
    }

    fn due(&mut self, form: &'static Form, element: &Element, due: Due) {
        self.about(form, "", element, due);
    }

    fn about(&mut self, form: &'static Form, about: &str, element: &Element, due: Due) {
        if let Some(hook) = element.hook() {
            self.on(form, about, element.line, hook, due);
        }
    }

    fn on(&mut self, form: &'static Form, about: &str, line: u32, hook: &Claim, due: Due) {
        let (about, hook) = (about.to_owned(), hook.clone());
        self.all.push(Need {
            form,
            about,
            due,
            hook,
            line,
        });
    }

    fn omit(
        &mut self,
        form: &'static Form,
        about: &str,
        element: &Element,
        is: impl Fn(Aspect) -> bool,
    ) {
        let facts = element.facts.iter().filter(|it| is(it.aspect));
        for hook in facts.filter_map(|it| it.stated.as_ref()) {
            self.on(form, about, element.line, hook, Due::Omit);
        }
    }

    fn handles(&mut self, operation: &Operation) {
        let this = operation.element("operation", "");
        if let (None, Some(this)) = (operation.method_and_path(), this) {
            return self.about(
                &forms::OPERATION,
                &this.line.to_string(),
                this,
                Due::Operation,
            );
        }
        let lost = operation
            .elements
            .iter()
            .filter(|it| it.last().starts_with('#'));
        for element in lost.filter(|it| it.has(Aspect::Listed)) {
            self.about(
                &forms::NAMES,
                &element.place,
                element,
                Due::Name(element.name.clone()),
            );
        }
    }

    fn decisions(&mut self, said: &Said) {
        if let Some(page) = said.page(self.page) {
            match self.url {
                _ if page.has(Aspect::Url) => {}
                Some(url) => self.due(&forms::ADDRESS, page, says(Aspect::Url, url)),
                None => self.omit(&forms::TITLE, "", page, |it| it == Aspect::Title),
            }
            self.described(&forms::PAGE, page);
        }
        for operation in said.operations() {
            for element in &operation.elements {
                self.element(operation, element);
            }
            let Some(this) = operation.element("operation", "") else {
                continue;
            };
            if operation.documented() {
                self.documented(operation, this);
            } else {
                self.listed(operation, this, said);
            }
            self.server(operation, this);
        }
    }

    fn described(&mut self, form: &'static Form, element: &Element) {
        if !element.has(Aspect::Description) {
            self.due(form, element, says(Aspect::Description, "stated"));
        }
    }

    fn element(&mut self, operation: &Operation, element: &Element) {
        let header = element.name.to_ascii_lowercase();
        if element.place == "header" && IGNORED.contains(&header.as_str()) {
            self.credentials(operation, element);
            return self.omit(&forms::IGNORED, &element.name, element, |_| true);
        }
        let name = if element.name.is_empty() {
            &element.place
        } else {
            &element.name
        };
        self.omit(&forms::ENDS, "", element, |it| it == Aspect::Cut);
        for (form, aspect) in [
            (&forms::UNREAD, Aspect::Unread),
            (&forms::RANGE, Aspect::Range),
            (&forms::UNLESS, Aspect::RequiredUnless),
        ] {
            self.omit(form, name, element, |it| it == aspect);
        }
        if element.name.is_empty() && element.place != "operation" {
            self.omit(&forms::TYPE_NAMES, "", element, |it| it == Aspect::Title);
        }
        self.groups_and_rows(element);
        if element.place == "server" {
            self.address(operation, element);
        } else if !element.name.is_empty() && element.has(Aspect::Listed) {
            self.named(operation, element);
        }
    }

    /// A server that the page names: its words, and what stands in braces in its address.
    fn address(&mut self, operation: &Operation, server: &Element) {
        self.described(&forms::ADDRESSES, server);
        let known = |it: &&str| operation.element("server variable", it).is_some();
        for variable in names::variables(&server.name).filter(|it| !known(it)) {
            let of = |aspect, value| at("server variable", variable, aspect, value);
            let default = names::placeholder(variable);
            let of_it = [of(Aspect::Listed, ""), of(Aspect::Default, &default)];
            self.due(&forms::VARIABLES, server, Due::Says(of_it.into()));
        }
    }

    /// The security requirement that an `Authorization` header becomes.
    fn credentials(&mut self, operation: &Operation, header: &Element) {
        let scheme = header.get(Aspect::Scheme);
        let secured = operation.parameters("security").next().is_some();
        let Some(scheme) = scheme.filter(|_| !secured) else {
            return;
        };
        let name = format!("{}{}", self.vendor, names::pascal(scheme));
        let of = |aspect, value| at("security", &name, aspect, value);
        let of_scheme = [
            of(Aspect::Listed, ""),
            of(Aspect::Type, "http"),
            of(Aspect::Scheme, scheme),
            of(Aspect::Description, "stated"),
        ];
        self.due(&forms::TOKEN, header, Due::Says(of_scheme.into()));
    }

    fn groups_and_rows(&mut self, element: &Element) {
        for fact in &element.facts {
            let Some(hook) = &fact.stated else { continue };
            let many = element.name.ends_with('s') || element.name.ends_with("List");
            match (fact.aspect, fact.value.as_str(), split(&fact.value)) {
                (Aspect::Type, "nested", _) => {
                    let (form, becomes) = if many && !element.name.is_empty() {
                        (&forms::LISTS, "array of object")
                    } else {
                        (&forms::GROUPS, "object")
                    };
                    self.on(form, "", element.line, hook, Due::Becomes(becomes));
                }
                (Aspect::Error, _, Some(row)) => {
                    let due = Due::Value(hook.value.to_string(), row);
                    self.on(&forms::ROWS, "", element.line, hook, due);
                }
                _ => {}
            }
        }
    }

    /// A parameter or a property.
    fn named(&mut self, operation: &Operation, element: &Element) {
        let documented = operation.documented();
        let parameter = matches!(&*element.place, "header" | "query" | "path");
        if !element.has(Aspect::Type) && (parameter || documented) {
            // A document cannot mark what is judged of an operation that is only listed.
            let form = if documented {
                &forms::TYPES
            } else {
                &forms::LISTED_TYPES
            };
            self.due(form, element, says(Aspect::Type, "string"));
        }
        if !parameter {
            let optional = !element.required();
            self.omit(&forms::OPTIONAL, "", element, |it| {
                it == Aspect::Required && optional
            });
        } else if !element.has(Aspect::Required) {
            let (form, value) = match &*element.place {
                "path" => (&forms::REQUIRED, "true"),
                _ => (&forms::NOT_REQUIRED, "false"),
            };
            self.due(form, element, says(Aspect::Required, value));
        }
        if documented {
            self.described(&forms::ELEMENTS, element);
        }
        let stated = element.has(Aspect::Format) || element.has(Aspect::Precision);
        if element.get(Aspect::Type) == Some("number") && !stated {
            self.due(&forms::NUMBERS, element, says(Aspect::Format, "double"));
        }
    }

    fn documented(&mut self, operation: &Operation, this: &Element) {
        if operation.title().is_none() {
            let title = names::snake(&operation.name).replace('_', " ");
            self.due(&forms::TITLES, this, says(Aspect::Title, &title));
        }
        let secured = operation.parameters("security").next().is_some();
        let token = operation.elements.iter().any(|it| it.has(Aspect::Scheme));
        if !secured && !token && !self.known.security.is_empty() {
            let security = self.known.security.iter();
            let security =
                security.map(|(name, aspect, value)| at("security", name, *aspect, value));
            self.due(&forms::OTHER_TOKEN, this, Due::Says(security.collect()));
        }
        if operation.responses().next().is_none() {
            self.responses(&forms::RESPONSES, this);
        }
        for response in operation.responses() {
            self.described(&forms::DESCRIBED, response);
            if !response.has(Aspect::MediaType) && response.place != "default" {
                let (form, media_type) = if response.has(Aspect::Type) {
                    (&forms::BODIES, "application/json")
                } else {
                    (&forms::NO_BODIES, "none")
                };
                self.due(form, response, says(Aspect::MediaType, media_type));
            }
        }
        let Some(body) = operation.element("body", "") else {
            return;
        };
        for (aspect, value) in [
            (Aspect::MediaType, "application/json"),
            (Aspect::Required, "true"),
        ] {
            if !body.has(aspect) {
                self.about(&forms::REQUEST, aspect.as_str(), body, says(aspect, value));
            }
        }
    }

    fn responses(&mut self, form: &'static Form, operation: &Element) {
        let of = |aspect, value| at("default", "", aspect, value);
        let of_it = [of(Aspect::Listed, ""), of(Aspect::Description, "stated")];
        self.due(form, operation, Due::Says(of_it.into()));
    }

    fn listed(&mut self, operation: &Operation, this: &Element, said: &Said) {
        self.described(&forms::LISTED, this);
        if operation.responses().next().is_none() {
            self.responses(&forms::LISTED_RESPONSES, this);
        }
        // Without one, OpenAPI would have an operation that is only listed need no credentials.
        let Some(documented) = said.operations().find(|it| it.documented()) else {
            return;
        };
        for scheme in documented.parameters("security") {
            if operation.element("security", &scheme.name).is_none() {
                let facts = scheme.facts.iter();
                let facts = facts.map(|it| at("security", &scheme.name, it.aspect, &it.value));
                self.due(&forms::LISTED_TOKEN, this, Due::Says(facts.collect()));
            }
        }
    }

    fn server(&mut self, operation: &Operation, this: &Element) {
        if operation.elements.iter().any(|it| it.place == "server") {
            return;
        }
        let known = self.known.servers.iter().map(String::as_str);
        // Where a document names none, it is this (OpenAPI 3.1, section 4.8.1.1).
        let none = self.known.servers.is_empty().then_some("/");
        let server = |url| {
            let of = |aspect, value| at("server", url, aspect, value);
            [of(Aspect::Listed, ""), of(Aspect::Description, "stated")]
        };
        let servers = known.chain(none).flat_map(server).collect();
        self.due(&forms::SERVER, this, Due::Says(servers));
    }
}

/// The three cells of a row that lost what separates them: the type is one of four, and the details
/// begin with the last capital letter of the first word.
fn split(row: &str) -> Option<String> {
    const TYPES: [&str; 4] = ["error", "warn", "invalid", "fatal"];
    let of_type = TYPES
        .iter()
        .find_map(|ty| Some((*ty, row.strip_prefix(*ty)?)));
    let (ty, rest) = of_type.filter(|_| !row.contains(ERROR_CELL))?;
    let word = rest.split(' ').next()?;
    let at = word
        .rfind(|it: char| it.is_ascii_uppercase())
        .filter(|at| *at > 0)?;
    let (code, details) = rest.split_at(at);
    Some([ty, code, details].join(ERROR_CELL))
}
