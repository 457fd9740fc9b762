//! A catalogue that contradicts itself is an error, never a silent merge.

use super::sample::{CATALOGUE, LISTED, OBJECT, PROVIDER, catalogue};
use contract::catalogue::{
    Catalogue, InferredParameter, Mark, Operation, PropertyMark, Provider, Schema,
};
use document::{BuildError, build};

#[track_caller]
fn check(catalogue: &Catalogue, expected: &[&str]) {
    let errors = build(catalogue).expect_err("the catalogue contradicts itself");
    let errors: Vec<String> = errors.iter().map(BuildError::to_string).collect();
    assert_eq!(errors, expected);
}

#[test]
fn a_catalogue_that_agrees_with_itself_is_built() {
    build(&CATALOGUE).expect("the sample agrees with itself");
}

#[test]
fn two_types_of_one_name() {
    const OTHER: Schema = Schema {
        rust: || "other::Object",
        ..OBJECT
    };
    let error = "expected one type named `SampleObject`, but found `sample::Object` and `other::Object` instead";
    check(&catalogue!(schemas: &[OBJECT, OTHER]), &[error]);
    // A scalar would stand in place of the type.
    check(&catalogue!(scalars: &[OTHER]), &[error]);
}

#[test]
fn one_type_with_two_names() {
    const TWO: Schema = Schema {
        schemars_noun: || "Other".into(),
        ..OBJECT
    };
    check(
        &catalogue!(schemas: &[TWO]),
        &[
            "expected `sample::Object` to have one name, but found `Object` (utoipa) and \
           `Other` (schemars) instead",
        ],
    );
}

#[test]
fn a_mark_with_nothing_to_mark() {
    const fn mark(schema: &'static str, property: &'static str) -> PropertyMark {
        PropertyMark {
            mark: Mark::Likely,
            schema,
            property,
            aspect: "type",
        }
    }
    const MARKS: &[PropertyMark] = &[
        mark("SampleObject", "name"),
        mark("SampleObject", "nom"),
        mark("Other", "name"),
    ];
    check(
        &catalogue!(marks: MARKS),
        &[
            "expected `SampleObject` to have the property `nom`, which `MARKS` marks",
            "expected `Other` to have the property `name`, which `MARKS` marks",
        ],
    );
    let documents = build(&catalogue!(marks: &MARKS[..1])).unwrap();
    for (document, pointer) in [
        (
            &documents.consolidated,
            "/components/schemas/SampleObject/properties/name/x-likely/0",
        ),
        (
            &documents.schemas["sample"],
            "/$defs/SampleObject/properties/name/x-likely/0",
        ),
    ] {
        assert_eq!(document.pointer(pointer).unwrap(), "type");
    }
}

#[test]
fn a_mark_of_a_parameter_with_nothing_to_mark() {
    const fn mark(operation: &'static str, parameter: &'static str) -> InferredParameter {
        InferredParameter {
            operation,
            parameter,
            aspect: "type",
        }
    }
    const MARKS: &[InferredParameter] = &[
        mark("getObject", "id"),
        mark("getObject", "key"),
        mark("getOther", "id"),
    ];
    check(
        &catalogue!(inferred_parameters: MARKS),
        &[
            "expected the operation `getObject` to have the parameter `key`, which `INFERRED_PARAMETERS` marks",
            "expected the operation `getOther` to have the parameter `id`, which `INFERRED_PARAMETERS` marks",
        ],
    );
    let documents = build(&catalogue!(inferred_parameters: &MARKS[..1])).unwrap();
    let pointer = "/paths/~1objects~1{id}/get/parameters/0/x-inferred/0";
    for document in [&documents.consolidated, &documents.providers["one"]] {
        assert_eq!(document.pointer(pointer).unwrap(), "type");
    }
}

#[test]
fn one_operation_id_twice() {
    const OTHER_PATH: Operation = Operation::Listed(contract::catalogue::Listed {
        path: "/b",
        ..LISTED
    });
    const TWICE: Provider = Provider {
        operations: &[Operation::Listed(LISTED), OTHER_PATH],
        ..PROVIDER
    };
    check(
        &catalogue!(providers: &[TWICE]),
        &[
            "expected one operation with the id `getObject`, but found `GET /objects/{id}` and `GET /b` instead",
        ],
    );
}

#[test]
fn one_operation_twice() {
    const TWICE: Provider = Provider {
        operations: &[
            Operation::Listed(LISTED),
            Operation::Documented(super::sample::documented),
        ],
        ..PROVIDER
    };
    check(
        &catalogue!(providers: &[TWICE]),
        &["expected `one` to have GET /objects/{id} once, but found it twice instead"],
    );
}

#[test]
fn all_contradictions_are_named_and_not_only_the_first() {
    const TWO: Schema = Schema {
        schemars_noun: || "Other".into(),
        ..OBJECT
    };
    let errors = build(&catalogue!(schemas: &[TWO, TWO])).unwrap_err();
    assert_eq!(errors.len(), 3, "{errors:?}");
}
