//! A catalogue of one object and one operation, to be varied.

use contract::catalogue::{
    Catalogue, Documented, Listed, Operation, Provider, Schema, SecurityScheme, Server,
};
use schemars::json_schema;
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{ContentBuilder, Ref, Required, ResponseBuilder};

pub(super) const OBJECT: Schema = Schema {
    group: "sample",
    noun: || "Object".into(),
    utoipa: || {
        let name = ObjectBuilder::new().schema_type(Type::String);
        ObjectBuilder::new().property("name", name).into()
    },
    schemars_noun: || "Object".into(),
    schemars: |_| json_schema!({ "type": "object", "properties": { "name": { "type": "string" } } }),
    rust: || "sample::Object",
    returned: |text| Ok(text.to_owned()),
};

pub(super) const LISTED: Listed = Listed {
    id: "getObject",
    method: "get",
    path: "/objects/{id}",
    title: "Get an Object",
    inferred: &["title"],
};

/// The same operation, documented.
pub(super) fn documented() -> Documented {
    let schema = Ref::from_schema_name("Object");
    let response = ResponseBuilder::new().description("It.").content(
        "application/json",
        ContentBuilder::new().schema(Some(schema)).build(),
    );
    let id = ParameterBuilder::new()
        .name("id")
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)));
    let operation = OperationBuilder::new()
        .operation_id(Some("getObject"))
        .summary(Some("Get an Object"))
        .description(Some("Gives it."))
        .parameter(id)
        .security(SecurityRequirement::new::<_, _, String>("bearer", []))
        .response("200", response);
    Documented {
        method: "get",
        path: "/objects/{id}".into(),
        operation: operation.build(),
        rust: "sample::get_object::Path",
    }
}

pub(super) const PROVIDER: Provider = Provider {
    id: "one",
    group: "sample",
    title: "Sample One",
    page_title: Some("One - Documentation"),
    page_note: None,
    url: Some("https://one.example"),
    description: "Objects of one.",
    servers: &[Server {
        url: "https://api.one.example",
        description: "It.",
        variables: &[],
        likely: &[],
    }],
    operations: &[Operation::Documented(documented)],
};

pub(super) const CATALOGUE: Catalogue = Catalogue {
    providers: &[PROVIDER],
    schemas: &[OBJECT],
    scalars: &[],
    security_schemes: &[SecurityScheme {
        name: "bearer",
        scheme: "bearer",
        description: "A token.",
        likely: &[],
    }],
    marks: &[],
    inferred_parameters: &[],
};

/// The sample's catalogue with other parts: `catalogue!(schemas: &[OBJECT])`.
macro_rules! catalogue {
    ($($part:ident: $value:expr),+) => {
        contract::catalogue::Catalogue {
            $($part: $value,)+
            ..crate::catalogue::sample::CATALOGUE
        }
    };
}
pub(super) use catalogue;
