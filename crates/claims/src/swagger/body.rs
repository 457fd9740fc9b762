//! Request bodies: what the parameters in a body say together.

use serde_json::{Value, json};

use super::parameter::{Given, is_kept};
use super::{Object, Raise, content};
use crate::Pointer;
use crate::reader::text;

/// The media types of forms.
const FORMS: [&str; 2] = ["multipart/form-data", "application/x-www-form-urlencoded"];

impl Raise {
    /// What parameters in the body say together.
    ///
    /// A shared body is in the media types of the document: `inherited` says whether the operation
    /// has no others.
    pub(super) fn request_body(
        &mut self,
        inherited: bool,
        consumes: &[String],
        given: &[&Given],
    ) -> Option<Value> {
        given.first()?;
        let Some(body) = given.iter().find(|it| text(&it.parameter, "in") == "body") else {
            return Some(self.form(consumes, given));
        };
        if given.len() > 1 {
            let fix = "keep the body, or describe all of it by formData";
            self.problem(
                &body.at,
                "one parameter for the body",
                Some(&json!([])),
                fix,
            );
        }
        if let Some(name) = body.shared.as_ref().filter(|_| inherited) {
            let name = Pointer::step("#/components/requestBodies", name);
            return Some(json!({ "$ref": &*name }));
        }
        let mut raised = body.parameter.clone();
        self.body(&body.at, &mut raised, consumes);
        Some(raised)
    }

    pub(super) fn body(&mut self, at: &str, body: &mut Value, consumes: &[String]) {
        let Some(members) = self.object(at, body) else {
            return;
        };
        let schema = members.shift_remove("schema");
        members.retain(|it, _| is_kept(it) && it != "name" && it != "in");
        let Some(mut schema) = schema else {
            let fix = "give the schema of the body";
            return self.problem(at, "`schema` in a body", None, fix);
        };
        self.schema(&Pointer::step(at, "schema"), &mut schema);
        let content = content(consumes, &json!({ "schema": schema }));
        members.insert("content".to_owned(), content.into());
    }

    /// The fields of a form: each is a property of one object.
    fn form(&mut self, consumes: &[String], fields: &[&Given]) -> Value {
        let [mut properties, mut encoding] = [Object::new(), Object::new()];
        let mut required = Vec::new();
        let mut has_file = false;
        for field in fields {
            let name = text(&field.parameter, "name");
            has_file |= text(&field.parameter, "type") == "file";
            let mut raised = field.parameter.clone();
            self.simple(&field.at, &mut raised);
            let mut schema = raised["schema"].take();
            for (keyword, value) in raised.as_object().into_iter().flatten() {
                match &**keyword {
                    "required" if *value == true => required.push(name),
                    "name" | "in" | "schema" | "required" | "allowEmptyValue" => {}
                    "style" | "explode" => {
                        let encoding = encoding.entry(name).or_insert_with(|| json!({}));
                        encoding[keyword] = value.clone();
                    }
                    _ => schema[keyword] = value.clone(),
                }
            }
            properties.insert(name.to_owned(), schema);
        }
        let mut body = json!({ "content": {} });
        let mut schema = json!({ "type": "object", "properties": properties });
        if !required.is_empty() {
            schema["required"] = json!(required);
            body["required"] = json!(true);
        }
        let stated = FORMS
            .into_iter()
            .filter(|form| consumes.iter().any(|it| it == form));
        let mut forms: Vec<_> = stated.collect();
        if forms.is_empty() {
            forms.push(FORMS[usize::from(!has_file)]);
        }
        for form in forms {
            body["content"][form] = json!({ "schema": schema });
            // OpenAPI 3.0 ignores the style of fields in other forms.
            if form == FORMS[1] && !encoding.is_empty() {
                body["content"][form]["encoding"] = encoding.clone().into();
            }
        }
        body
    }
}
