//! The files of a description, each read once, and what is wrong in them.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use claims::Pointer;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::super::{Origins, read as read_file};
use super::sole_reference;
use crate::{path, text};

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct At {
    /// The number of the file; 0 is the document itself.
    file: usize,
    pub(super) pointer: Rc<str>,
}

impl At {
    pub(super) fn root(pointer: &str) -> Self {
        let pointer = pointer.into();
        Self { file: 0, pointer }
    }

    pub(super) fn is_in_root(&self) -> bool {
        self.file == 0
    }

    pub(super) fn step(&self, name: &str) -> Self {
        Self {
            file: self.file,
            pointer: Pointer::step(&self.pointer, name).as_ref().into(),
        }
    }
}

#[derive(Default)]
pub(super) struct Files {
    /// How each is shown, and what it holds: nothing if it could not be read.
    read: Vec<(PathBuf, Option<Rc<Value>>)>,
    /// Their numbers, by what the disk calls them.
    numbers: HashMap<PathBuf, usize>,
    /// Where the objects of each stand.
    pub(super) origins: Origins,
    problems: Vec<String>,
}

impl Files {
    /// The files of a description; `origins` knows the first one already.
    pub(super) fn new(path: &Path, document: &Rc<Value>, origins: Origins) -> Self {
        let mut files = Self {
            origins,
            ..Self::default()
        };
        files.add(path, Some(Rc::clone(document)));
        files
    }

    /// What is wrong, each once.
    pub(super) fn problems(self) -> Vec<String> {
        let mut told = HashSet::new();
        let problems = self.problems.into_iter();
        problems.filter(|it| told.insert(it.clone())).collect()
    }

    /// Notes what is wrong at a place.
    pub(super) fn problem(&mut self, at: &At, expected: &str, found: &str, fix: &str) {
        let (file, pointer) = (self.read[at.file].0.display(), &at.pointer);
        self.problems.push(format!(
            "{file}#{pointer}: expected {expected}, but found {found} instead; {fix}"
        ));
    }

    /// The name of a file, without its ending.
    pub(super) fn stem(&self, at: &At) -> String {
        let stem = self.read[at.file].0.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }

    /// What is at a place.
    pub(super) fn value(&self, at: &At) -> Option<Value> {
        let value = self.read[at.file].1.as_ref()?;
        value.pointer(&at.pointer).cloned()
    }

    /// Where a reference leads, by way of all that are nothing but another reference.
    pub(super) fn target(&mut self, at: &At, reference: &str) -> Option<At> {
        const MOST: usize = 64;
        let mut passed = at.clone();
        let mut reference = reference.to_owned();
        for _ in 0..MOST {
            let target = self.resolve(&passed, &reference)?;
            let file = self.read[target.file].1.clone()?;
            let Some(value) = file.pointer(&target.pointer) else {
                let fix = "mend the reference, or add what it names";
                let found = format!("nothing at `{reference}`");
                self.problem(&passed, "a reference to something", &found, fix);
                return None;
            };
            match sole_reference(value) {
                None => return Some(target),
                Some(next) => next.clone_into(&mut reference),
            }
            passed = target;
        }
        let fix = "let it lead to what it means";
        self.problem(at, "a reference that ends", "one that leads to itself", fix);
        None
    }

    fn resolve(&mut self, at: &At, reference: &str) -> Option<At> {
        let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let [file, pointer] = [file, fragment].map(|it| percent_decode_str(it).decode_utf8_lossy());
        let scheme = |it: &str| it.len() > 1 && it.chars().all(|it| it.is_ascii_alphanumeric());
        if file.starts_with(['/', '\\']) || file.split_once(':').is_some_and(|(it, _)| scheme(it)) {
            let found = format!("`{reference}`");
            let fix = "save it beside this file, and refer to it by its relative path";
            self.problem(at, "a reference to a file of this description", &found, fix);
            return None;
        }
        if !pointer.is_empty() && !pointer.starts_with('/') {
            let found = format!("`#{fragment}`");
            self.problem(at, "a JSON pointer", &found, "write it as `#/name/name`");
            return None;
        }
        let file = if file.is_empty() {
            at.file
        } else {
            self.open(at, &file)
        };
        let pointer = pointer.as_ref().into();
        Some(At { file, pointer })
    }

    /// The number of the file that a place names.
    fn open(&mut self, at: &At, file: &str) -> usize {
        let mut folder = self.read[at.file]
            .0
            .parent()
            .map(Path::to_owned)
            .unwrap_or_default();
        let mut rest = file;
        loop {
            if let Some(below) = rest.strip_prefix("./") {
                rest = below;
            } else if let Some(beside) = rest.strip_prefix("../") {
                folder = path::below(&folder, "../");
                rest = beside;
            } else {
                break;
            }
        }
        let path = folder.join(rest);
        if let Some(known) = self.numbers.get(&real(&path)) {
            return *known;
        }
        let is_text = path.extension().is_some_and(|it| it == "md");
        let expected = format!("a file in JSON or YAML at {}", path.display());
        let value = match fs::metadata(&path) {
            Ok(about) if about.is_file() => {
                let text = || text::read(&path).map_err(|it| text::unread(&it));
                let read = if is_text {
                    text().map(Value::from)
                } else {
                    read_file(&path)
                };
                // What is wrong in that file is said of it.
                let wrong = |error| self.problems.push(format!("{}: {error}", path.display()));
                read.map_err(wrong).ok()
            }
            other => {
                let found = other.map_or("none", |_| "a folder");
                self.problem(at, &expected, found, "add it, or mend the reference");
                None
            }
        };
        let marked = value.map(|mut value| {
            self.origins.mark(&path, &mut value);
            Rc::new(value)
        });
        self.add(&path, marked)
    }

    fn add(&mut self, path: &Path, value: Option<Rc<Value>>) -> usize {
        let number = self.read.len();
        self.read.push((path.to_owned(), value));
        self.numbers.insert(real(path), number);
        number
    }
}

/// What the disk calls a file.
fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
