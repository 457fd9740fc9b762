//! Where in the files that people wrote each part of a document stands.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use claims::Pointer;
use claims::openapi::{is_data, is_map};
use serde_json::Value;

/// The member that marks an object, so that it is found again wherever it was moved to.
pub(super) const MARK: &str = "x-cli-stands-at";

/// Where the parts of a document come from whose files are bundled, or raised from Swagger 2.0.
///
/// Empty where the document is its only file as it stands.
#[derive(Clone, Debug, Default)]
pub struct Origins {
    files: Vec<(PathBuf, Value)>,
    /// The objects of the files, by their marks.
    marked: Vec<(usize, String)>,
    /// The marks in the document, by JSON pointer.
    found: BTreeMap<String, usize>,
}

impl Origins {
    /// Returns the file that a part of the document comes from, and the JSON pointer there: to the
    /// closest element around it if it has no place of its own.
    #[must_use]
    pub fn of<'o>(&'o self, pointer: &'o str) -> Option<(&'o Path, String)> {
        let (outer, mark) = around(pointer).find_map(|it| Some((it, *self.found.get(it)?)))?;
        let (file, mut at) = self.marked[mark].clone();
        let (path, text) = &self.files[file];
        let mut here = text.pointer(&at)?;
        for step in pointer[outer.len()..].split('/').skip(1) {
            // What was moved into another object, such as a schema, has no step of its own here.
            if let Some(inner) = here.pointer(&format!("/{step}")) {
                (at, here) = (format!("{at}/{step}"), inner);
            }
        }
        Some((path, at))
    }

    /// Writes where a part of the document stands: its JSON pointer, behind the file if that is another
    /// one than the description's own.
    #[must_use]
    pub fn shown(&self, pointer: String, own: &Path) -> String {
        match self.of(&pointer) {
            None => pointer,
            Some((file, pointer)) if file == own => pointer,
            Some((file, pointer)) => format!("{}#{pointer}", file.display()),
        }
    }

    /// Returns the JSON pointer in the document of what stands at one in the description's own file: to
    /// the object that it is in if it has no place of its own. Nothing if the file has nothing there.
    #[must_use]
    pub fn pointer(&self, document: &Value, at: &str) -> Option<String> {
        self.files.first()?.1.pointer(at)?;
        let here = self.found.iter().filter_map(|(here, mark)| {
            let (file, at) = &self.marked[*mark];
            (*file == 0).then_some((&**at, here))
        });
        let here: BTreeMap<&str, &String> = here.collect();
        let (outer, object) = around(at).find_map(|it| Some((it, *here.get(it)?)))?;
        let whole = format!("{object}{}", &at[outer.len()..]);
        let is_there = document.pointer(&whole).is_some();
        Some(if is_there { whole } else { object.clone() })
    }

    /// Marks the objects of a file.
    pub(super) fn mark(&mut self, path: &Path, text: &mut Value) {
        self.files.push((path.to_owned(), text.clone()));
        self.walk("", false, text);
    }

    fn walk(&mut self, at: &str, names: bool, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, value) in &mut *members {
                    if names || !is_data(name) {
                        self.walk(&Pointer::step(at, name), !names && is_map(name), value);
                    }
                }
                if !names && !members.contains_key("$ref") {
                    members.insert(MARK.to_owned(), self.marked.len().into());
                    self.marked.push((self.files.len() - 1, at.to_owned()));
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.walk(&Pointer::step(at, &index.to_string()), false, item);
                }
            }
            _ => {}
        }
    }

    /// Takes the marks out of the document, and notes where they were.
    pub(super) fn find(&mut self, at: &str, value: &mut Value) {
        match value {
            Value::Object(members) => {
                let mark = members.shift_remove(MARK).and_then(|mark| mark.as_u64());
                let mark = mark.and_then(|mark| usize::try_from(mark).ok());
                self.found.extend(mark.map(|mark| (at.to_owned(), mark)));
                for (name, value) in members {
                    self.find(&Pointer::step(at, name), value);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.find(&Pointer::step(at, &index.to_string()), item);
                }
            }
            _ => {}
        }
    }
}

/// A pointer, and those to what is around it.
fn around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |inner| Some(&inner[..inner.rfind('/')?]))
}
