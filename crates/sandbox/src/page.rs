//! The pages that a sandbox serves: those of the contract's catalogue, with what `spec/` has of each.

use contract::catalogue::PROVIDERS;

use crate::checks::DocumentError;

include!(concat!(env!("OUT_DIR"), "/spec.rs"));

/// One page, with everything that the sandbox knows of it.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its identifier, which is also the prefix of its operations.
    pub id: &'static str,
    /// Name of its provider, for people.
    pub title: &'static str,
    /// The vendor, whose pages refuse requests alike.
    pub vendor: &'static str,
    /// Its address, where it is known.
    pub url: Option<&'static str>,
    /// Its OpenAPI document.
    pub document: &'static str,
    /// Its claims, as CSV.
    pub claims: &'static str,
}

impl Page {
    /// Every page of the contract's catalogue, in its order.
    ///
    /// # Errors
    ///
    /// Returns an error for each page without a document or claims in `spec/`.
    pub fn all() -> Result<Vec<Self>, Vec<DocumentError>> {
        let mut errors = Vec::new();
        let mut file = |files: &[(&str, &'static str)], folder: &str, id: &str| {
            if let Some((_, text)) = files.iter().find(|(name, _)| *name == id) {
                return *text;
            }
            let why = format!("spec/{folder} lacks it; write it with `cargo xtask export`");
            errors.push(DocumentError::new(id, &why));
            ""
        };
        let pages = PROVIDERS.iter().map(|provider| Self {
            id: provider.id,
            title: provider.title,
            vendor: provider.group,
            url: provider.url,
            document: file(DOCUMENTS, "providers", provider.id),
            claims: file(CLAIMS, "claims", provider.id),
        });
        let pages = pages.collect();
        if errors.is_empty() {
            Ok(pages)
        } else {
            Err(errors)
        }
    }
}
