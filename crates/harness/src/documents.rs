//! The OpenAPI documents in `spec/`.

use std::path::Path;
use std::{fs, io};

use cli::Trouble;
use serde_json::Value;

/// An OpenAPI document in JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its path below the root of the repository, with `/`: `spec/openapi.json`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The parsed text.
    pub value: Value,
}

impl Document {
    /// Reads the document at a path below `spec/`.
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be read or is not JSON.
    pub fn read(spec: &Path, below: &str) -> Result<Self, Trouble> {
        let path = spec.join(below);
        let failed = |error: &dyn std::fmt::Display| {
            Trouble::new(format!(
                "{}: {error}; write it with `cargo xtask export`",
                path.display()
            ))
        };
        let text = cli::text::read(&path).map_err(|error| failed(&error))?;
        let value = serde_json::from_str(&text).map_err(|error| failed(&error))?;
        Ok(Self {
            path: format!("spec/{below}"),
            text,
            value,
        })
    }

    /// The page that this document describes; none for an edition of the consolidated document.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        let name = self.path.strip_prefix("spec/providers/")?;
        name.strip_suffix(".json")
    }
}

/// Reads every OpenAPI document in `spec/` and `spec/providers/`, sorted by name.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or is not JSON.
pub fn documents(spec: &Path) -> Result<Vec<Document>, Trouble> {
    let mut documents = read(spec, &["", "providers/"])?;
    documents.retain(|document| document.value.get("openapi").is_some());
    Ok(documents)
}

/// Reads every JSON Schema in `spec/schemas/`, sorted by name.
///
/// # Errors
///
/// Returns an error for every file that cannot be read or is not JSON.
pub fn schemas(spec: &Path) -> Result<Vec<Document>, Trouble> {
    read(spec, &["schemas/"])
}

/// Reads every JSON file in these folders below `spec/`.
fn read(spec: &Path, folders: &[&str]) -> Result<Vec<Document>, Trouble> {
    let mut documents = Vec::new();
    let mut trouble = Trouble::default();
    for below in folders {
        let folder = spec.join(below);
        let names = names(&folder).map_err(|error| Trouble::at(&folder, error))?;
        for name in names {
            let is_json = Path::new(&name).extension().is_some_and(|it| it == "json");
            if is_json && !name.starts_with('.') {
                documents.extend(trouble.take(Document::read(spec, &format!("{below}{name}"))));
            }
        }
    }
    trouble.or(documents)
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}
