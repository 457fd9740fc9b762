//! Which version a change asks for (`SemVer` 2.0.0, sections 4 and 6 to 8).

use changes::drift::Class;
use semver::Version;
use serde_json::Value;

/// The version that `info.version` of a document is, if it is one.
#[must_use]
pub fn of_document(document: &Value) -> Option<Version> {
    document.pointer("/info/version")?.as_str()?.parse().ok()
}

/// The least version after `last` that a change of this class may have.
///
/// A change that breaks somebody, or may, raises the first number, a compatible one the second, and
/// any other the third. While the first number is 0, it is the second and the third, as Cargo has it.
#[must_use]
pub(super) fn next(last: &Version, worst: Class) -> Version {
    let Version {
        major,
        minor,
        patch,
        ..
    } = *last;
    match (major, worst) {
        (0, Class::Breaking | Class::Unknown) => Version::new(0, minor + 1, 0),
        (_, Class::Breaking | Class::Unknown) => Version::new(major + 1, 0, 0),
        (1.., Class::Compatible) => Version::new(major, minor + 1, 0),
        (0, Class::Compatible) | (_, Class::Wording | Class::Capture) => {
            Version::new(major, minor, patch + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_asks_for_the_next_version_of_its_class() {
        let cases = [
            ("0.1.3", ["0.2.0", "0.2.0", "0.1.4", "0.1.4", "0.1.4"]),
            ("0.0.3", ["0.1.0", "0.1.0", "0.0.4", "0.0.4", "0.0.4"]),
            ("1.2.3", ["2.0.0", "2.0.0", "1.3.0", "1.2.4", "1.2.4"]),
        ];
        for (last, due) in cases {
            let last = last.parse().expect("a version");
            let found = Class::ALL.map(|class| next(&last, class).to_string());
            assert_eq!(found, due, "{last}");
        }
    }
}
