//! Aspects are written and read by name.

use std::collections::BTreeSet;

use claims::Aspect;

#[test]
fn every_name_reads_back_as_its_aspect() {
    for aspect in Aspect::ALL {
        assert_eq!(aspect.as_str().parse::<Aspect>().unwrap(), *aspect);
        assert_eq!(aspect.to_string(), aspect.as_str());
    }
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let names: BTreeSet<&str> = Aspect::ALL.iter().map(|aspect| aspect.as_str()).collect();
    assert_eq!(names.len(), Aspect::ALL.len());
    for name in names {
        let kebab = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '-';
        assert!(name.chars().all(kebab), "{name}");
    }
}

#[test]
fn any_other_name_is_refused() {
    for name in ["", "Type", "type ", "max_length", "maxLength"] {
        let error = name.parse::<Aspect>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("expected an aspect such as `type` or `required`, but found `{name}` instead")
        );
    }
}
