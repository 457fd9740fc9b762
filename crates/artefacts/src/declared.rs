//! Which file of `crates/contract` declares what stands in a document.

use std::collections::BTreeMap;

use contract::catalogue::{Catalogue, Operation};

/// The file that lists providers, tags, servers and operations that are only listed.
pub const LISTED: &str = "crates/contract/src/catalogue.rs";

/// The Rust files by the names that documents have for what they declare.
#[derive(Debug, Default)]
pub struct Declared {
    components: BTreeMap<String, String>,
    /// By path as in a JSON pointer, and method.
    operations: BTreeMap<(String, String), String>,
}

impl Declared {
    /// The files behind a catalogue.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let components = catalogue
            .schemas
            .iter()
            .map(|schema| (schema.name(), file((schema.rust)())));
        let mut operations = BTreeMap::new();
        for operation in catalogue
            .providers
            .iter()
            .flat_map(|provider| provider.operations)
        {
            let Operation::Documented(documented) = operation else {
                continue;
            };
            let documented = documented();
            let path = claims::Pointer::escape(&documented.path).into_owned();
            operations.insert((path, documented.method.to_owned()), file(documented.rust));
        }
        Self {
            components: components.collect(),
            operations,
        }
    }

    /// The file that declares what a JSON pointer into a document leads to.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<String> {
        let mut tokens = pointer.split('/').skip(1);
        let (one, two, three) = (tokens.next()?, tokens.next(), tokens.next());
        let known = match (one, two, three) {
            ("components", Some("schemas"), Some(name)) | ("$defs", Some(name), _) => {
                self.components.get(name)
            }
            ("paths", Some(path), Some(method)) => {
                self.operations.get(&(path.to_owned(), method.to_owned()))
            }
            ("components" | "paths" | "tags" | "servers", ..) => None,
            _ => return None,
        };
        Some(known.map_or_else(|| LISTED.to_owned(), Clone::clone))
    }
}

/// `contract::citi::email::Email` is declared in `crates/contract/src/citi/email.rs`.
fn file(rust: &str) -> String {
    let path = rust.split('<').next().unwrap_or(rust);
    let mut modules: Vec<&str> = path.split("::").collect();
    modules.pop();
    match modules.as_slice() {
        [krate, modules @ ..] if !modules.is_empty() => {
            format!("crates/{krate}/src/{}.rs", modules.join("/"))
        }
        _ => LISTED.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_is_there() {
        let declared = Declared::of(&contract::catalogue::CATALOGUE);
        let files = declared
            .components
            .values()
            .chain(declared.operations.values());
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let absent: Vec<&String> = files.filter(|file| !root.join(file).is_file()).collect();
        assert_eq!(absent, [""; 0]);
        assert!(!declared.operations.is_empty(), "operations are declared");
    }

    #[test]
    fn pointers_lead_to_files() {
        let declared = Declared::of(&contract::catalogue::CATALOGUE);
        let (name, file) = declared.components.first_key_value().expect("a component");
        let at = |pointer: &str| declared.at(pointer);
        assert_eq!(
            at(&format!("/components/schemas/{name}/type")).as_ref(),
            Some(file)
        );
        assert_eq!(at(&format!("/$defs/{name}")).as_ref(), Some(file));
        let ((path, method), file) = declared.operations.first_key_value().expect("an operation");
        assert_eq!(at(&format!("/paths/{path}/{method}")).as_ref(), Some(file));
        assert_eq!(at("/tags/0").as_deref(), Some(LISTED));
        assert_eq!(at("/info"), None);
        assert_eq!(at(""), None);
    }
}
