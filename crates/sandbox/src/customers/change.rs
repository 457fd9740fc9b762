//! Changes a customer in memory, or restores what was invented.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::{Customers, Record, Refused, Violation, judge};

/// Size limit of a record, in bytes.
pub const RECORD_BYTES: usize = 64 * 1024;

impl<R: Record> Customers<R> {
    /// Replaces the record of customer `number`.
    ///
    /// # Errors
    ///
    /// Returns why the change is refused; nothing has changed then.
    pub fn put(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        self.known(number)?;
        if record.len() > RECORD_BYTES {
            let expected = format!("a record of at most {RECORD_BYTES} bytes");
            return Err(Refused::invalid::<R>(vec![Violation::new("", expected)]));
        }
        let record: R = judge::record(record).map_err(Refused::invalid::<R>)?;
        let _one_at_a_time = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        self.keys_are_free(number, &record)?;
        self.set(number, Some(record));
        Ok(())
    }

    /// Restores customer `number` as it was invented.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no such customer, or if another customer has one of its keys.
    pub fn restore(&self, number: usize) -> Result<(), Refused> {
        self.known(number)?;
        let _one_at_a_time = self.change.lock().unwrap_or_else(PoisonError::into_inner);
        if self.edits().get(number).is_none() {
            return Ok(());
        }
        if let Some(invented) = self.as_invented(number) {
            self.nobody_has_its_keys(number, &invented)?;
        }
        self.set(number, None);
        Ok(())
    }

    fn known(&self, number: usize) -> Result<(), Refused> {
        let count = self.count;
        if (1..=count).contains(&number) {
            Ok(())
        } else {
            Err(Refused::Unknown { count })
        }
    }

    /// Names each key of a record that another customer has, or that the record has twice.
    fn keys_are_free(&self, number: usize, record: &R) -> Result<(), Refused> {
        let edits = self.edits();
        let mut violations = Vec::new();
        let mut seen = Vec::new();
        for (place, key) in record.keys() {
            let owner = self.found(&edits, &key);
            if owner.is_some_and(|owner| owner.number != number) {
                violations.push(Violation::new(place, "a key that no other customer has"));
            } else if seen.contains(&key) {
                violations.push(Violation::new(place, "a key that the record has once"));
            } else {
                seen.push(key);
            }
        }
        if violations.is_empty() {
            Ok(())
        } else {
            Err(Refused::invalid::<R>(violations))
        }
    }

    fn nobody_has_its_keys(&self, number: usize, invented: &R) -> Result<(), Refused> {
        let edits = self.edits();
        let owners = invented.keys().into_iter();
        let owners = owners.filter_map(|(_, key)| Some(self.found(&edits, &key)?.number));
        let owners: BTreeSet<usize> = owners.filter(|owner| *owner != number).collect();
        if owners.is_empty() {
            return Ok(());
        }
        Err(Refused::KeysTaken {
            page: R::PAGE,
            owners: owners.into_iter().collect(),
        })
    }

    fn set(&self, number: usize, record: Option<R>) {
        let mut edits = self.edits.write().unwrap_or_else(PoisonError::into_inner);
        edits.set(number, record);
    }
}
