//! Where in a repository the folder `spec/` is: scanners name files from the root of the repository.

/// Where the folder `spec/` and what is beside it are, from the root of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    spec: String,
    /// `None` if the folder is the root itself: its siblings are outside the repository.
    beside: Option<String>,
}

impl Place {
    /// The place of a `spec/` folder, by its path from the root with `/` between folders; the path
    /// of the root is empty.
    #[must_use]
    pub fn of(spec: &str) -> Self {
        let beside = match spec.rsplit_once('/') {
            Some((beside, _)) => Some(beside.to_owned()),
            None if spec.is_empty() => None,
            None => Some(String::new()),
        };
        Self {
            spec: spec.to_owned(),
            beside,
        }
    }

    /// The path of the folder itself.
    pub(crate) fn folder(&self) -> &str {
        &self.spec
    }

    /// The path of a file below `spec/`.
    #[must_use]
    pub fn spec(&self, file: &str) -> String {
        within(&self.spec, file)
    }

    /// The path of a file beside `spec/`, if that is in the repository.
    pub(crate) fn beside(&self, file: &str) -> Option<String> {
        Some(within(self.beside.as_ref()?, file))
    }
}

impl Default for Place {
    /// `spec/` at the root.
    fn default() -> Self {
        Self::of("spec")
    }
}

fn within(folder: &str, file: &str) -> String {
    if folder.is_empty() {
        file.to_owned()
    } else {
        format!("{folder}/{file}")
    }
}
