//! The form of a state file: JSON, with a record a line.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Changed, OpenError};
use crate::customers::{Source, UnknownSource};

/// What a state file says that it is.
const WHAT: &str = "state of a sandbox";

/// The version of the form.
pub(super) const VERSION: u32 = 1;

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Form<T> {
    what: String,
    version: u32,
    seed: u64,
    changed: BTreeMap<Name, BTreeMap<NonZeroUsize, T>>,
}

/// A source by its name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
struct Name(Source);

impl TryFrom<String> for Name {
    type Error = UnknownSource;

    fn try_from(name: String) -> Result<Self, UnknownSource> {
        name.parse().map(Self)
    }
}

impl From<Name> for String {
    fn from(Name(source): Name) -> Self {
        source.to_string()
    }
}

/// What is read first, so that a later version is not taken for damage.
#[derive(Deserialize)]
struct Kind {
    what: String,
    version: u32,
}

/// The changed records of a file's text.
///
/// # Errors
///
/// If it is damaged, foreign, of another version or of another seed.
pub(super) fn read(path: &Path, text: &[u8], seed: u64) -> Result<Changed, OpenError> {
    let foreign = |line, column| OpenError::Foreign {
        path: path.to_owned(),
        line,
        column,
    };
    let damaged = |error: serde_json::Error| foreign(error.line(), error.column());
    let kind: Kind = serde_json::from_slice(text).map_err(damaged)?;
    if kind.what != WHAT {
        return Err(foreign(1, 1));
    }
    if kind.version != VERSION {
        return Err(OpenError::OtherVersion {
            path: path.to_owned(),
            found: kind.version,
        });
    }
    let form: Form<Box<RawValue>> = serde_json::from_slice(text).map_err(damaged)?;
    if form.seed != seed {
        return Err(OpenError::OtherSeed {
            path: path.to_owned(),
            expected: seed,
            found: form.seed,
        });
    }
    let changed = form.changed.into_iter().map(|(Name(source), records)| {
        let records = records.into_iter();
        let records = records.map(|(number, record)| (number.get(), record));
        (source, records.collect())
    });
    Ok(changed.collect())
}

/// The text of a file with these records.
pub(super) fn write(seed: u64, changed: &Changed) -> Vec<u8> {
    let changed = changed.iter().filter(|(_, records)| !records.is_empty());
    let changed = changed.map(|(source, records)| {
        let records = records.iter();
        // There is no customer 0: what is changed has a number from 1.
        let records =
            records.filter_map(|(number, record)| Some((NonZeroUsize::new(*number)?, &**record)));
        (Name(*source), records.collect())
    });
    let form = Form {
        what: WHAT.to_owned(),
        version: VERSION,
        seed,
        changed: changed.collect(),
    };
    // Texts, numbers and what is JSON already: nothing that could not be written.
    let mut text = serde_json::to_vec_pretty(&form).unwrap_or_default();
    text.push(b'\n');
    text
}
