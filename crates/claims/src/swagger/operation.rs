//! Path items, operations and their responses.

use serde_json::{Value, json};

use super::parameter::Given;
use super::{Object, Raise, content, refer};
use crate::Pointer;
use crate::openapi::METHODS;

impl Raise {
    pub(super) fn path_item(&mut self, at: &str, item: &mut Value) {
        let Some(members) = self.object(at, item) else {
            return;
        };
        let of_all = self.given(at, members);
        for (name, value) in members {
            if METHODS.contains(&name.as_str()) {
                self.operation(&Pointer::step(at, name), value, &of_all);
            }
        }
    }

    fn operation(&mut self, at: &str, operation: &mut Value, of_all: &[Given]) {
        let Some(members) = self.object(at, operation) else {
            return;
        };
        let [own, produces] = ["consumes", "produces"].map(|name| members.shift_remove(name));
        let own_consumes = own.is_some();
        let consumes = self.media_types(at, own, "consumes");
        let produces = self.media_types(at, produces, "produces");
        if let Some(schemes) = members.shift_remove("schemes")
            && let Some(servers) = self.servers(&Pointer::step(at, "schemes"), Some(schemes))
        {
            members.insert("servers".to_owned(), servers);
        }
        let own = self.given(at, members);
        let inherited = of_all.iter().filter(|it| !own.iter().any(|own| own.is(it)));
        let of_body: Vec<_> = inherited.chain(&own).filter(|it| it.in_body()).collect();
        if let Some(body) = self.request_body(!own_consumes, &consumes, &of_body) {
            members.insert("requestBody".to_owned(), body);
        }
        if let Some(responses) = members.get_mut("responses") {
            self.each(
                &Pointer::step(at, "responses"),
                responses,
                |raise, at, it| {
                    raise.response(at, it, &produces);
                },
            );
        }
    }

    pub(super) fn shared_response(&mut self, at: &str, response: &mut Value) {
        let produces = self.media_types("", None, "produces");
        self.response(at, response, &produces);
    }

    fn response(&mut self, at: &str, response: &mut Value, media_types: &[String]) {
        let Some(members) = self.object(at, response) else {
            return;
        };
        let mut bodies = Object::new();
        let mut body = json!({});
        if let Some(mut schema) = members.shift_remove("schema") {
            self.schema(&Pointer::step(at, "schema"), &mut schema);
            body["schema"] = schema;
            bodies = content(media_types, &body);
        }
        if let Some(headers) = members.get_mut("headers") {
            self.each(&Pointer::step(at, "headers"), headers, Self::simple);
        }
        if let Some(mut examples) = members.shift_remove("examples") {
            let at = Pointer::step(at, "examples");
            for (media_type, example) in self.object(&at, &mut examples).into_iter().flatten() {
                let known = bodies.entry(media_type.clone());
                known.or_insert_with(|| body.clone())["example"] = example.take();
            }
        }
        if !bodies.is_empty() {
            members.insert("content".to_owned(), bodies.into());
        }
        refer(response);
    }
}
