//! Changes a customer, or makes it what it was: judged, written, and only then seen.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::file::Written;
use super::{Editable, RECORD_BYTES, Refused, Store, Violation, judge, of_source};
use crate::source::{Source, with_sources};

impl Store {
    /// Puts a record in the place of that of customer `number`.
    ///
    /// It is on the disk when this returns, if there is a state file: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// If there is no such customer, the record breaks rules, or the state file cannot be written: nothing has changed then.
    /// [`Refused::Uncertain`] alone comes after the change was made.
    pub fn put(&self, source: Source, number: usize, record: &[u8]) -> Result<(), Refused> {
        of_source!(source, self.put_record(number, record))
    }

    fn put_record<R: Editable>(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        self.known(number)?;
        if record.len() > RECORD_BYTES {
            let expected = format!("a record of at most {RECORD_BYTES} bytes");
            return Err(Refused::invalid::<R>(vec![Violation::new("", expected)]));
        }
        // What is judged by itself holds up nobody.
        let record: R = judge::record(record).map_err(Refused::invalid::<R>)?;
        let mut file = self.file();
        self.keys_are_free(number, &record)?;
        let written = match &mut *file {
            Some(file) => file.put(number, &record)?,
            None => Written::Lasting,
        };
        self.edit::<R>(number, Some(record));
        written.certain()
    }

    /// Makes customer `number` what it was when it was invented.
    ///
    /// It is on the disk when this returns, if there is a state file: call it where blocking is allowed.
    ///
    /// # Errors
    ///
    /// If there is no such customer, another one has got one of its keys, or the state file cannot be written: nothing has changed then.
    /// [`Refused::Uncertain`] alone comes after the change was made.
    pub fn restore(&self, source: Source, number: usize) -> Result<(), Refused> {
        of_source!(source, self.restore_record(number))
    }

    fn restore_record<R: Editable>(&self, number: usize) -> Result<(), Refused> {
        self.known(number)?;
        let mut file = self.file();
        if R::edits(&self.edits()).get(number).is_none() {
            return Ok(());
        }
        if let Some(invented) = self.customers.get::<R>(number) {
            self.nobody_has_its_keys(number, &*invented)?;
        }
        let written = match &mut *file {
            Some(file) => file.remove::<R>(number)?,
            None => Written::Lasting,
        };
        self.edit::<R>(number, None);
        written.certain()
    }

    pub(super) fn known(&self, number: usize) -> Result<(), Refused> {
        let count = self.customers.count();
        if (1..=count).contains(&number) {
            Ok(())
        } else {
            Err(Refused::Unknown { count })
        }
    }

    /// Says each key of a record that another customer has, or that the record has twice.
    pub(super) fn keys_are_free<R: Editable>(
        &self,
        number: usize,
        record: &R,
    ) -> Result<(), Refused> {
        let edits = self.edits();
        let mut violations = Vec::new();
        let mut seen = Vec::new();
        for (place, key) in record.keys() {
            let owner = self.found::<R>(&edits, &key);
            if owner.is_some_and(|owner| owner.number != number) {
                violations.push(Violation::new(place, "what no other customer has"));
            } else if seen.contains(&key) {
                violations.push(Violation::new(place, "what the customer has but once"));
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

    /// Says who has a key that a customer was invented with.
    fn nobody_has_its_keys<R: Editable>(&self, number: usize, invented: &R) -> Result<(), Refused> {
        let edits = self.edits();
        let owners = invented.keys().into_iter();
        let owners = owners.filter_map(|(_, key)| Some(self.found::<R>(&edits, &key)?.number));
        let owners: BTreeSet<usize> = owners.filter(|owner| *owner != number).collect();
        if owners.is_empty() {
            return Ok(());
        }
        Err(Refused::KeysTaken {
            source_name: R::SOURCE,
            owners: owners.into_iter().collect(),
        })
    }

    pub(super) fn edit<R: Editable>(&self, number: usize, record: Option<R>) {
        let mut edits = self.edits.write().unwrap_or_else(PoisonError::into_inner);
        R::edits_mut(&mut edits).set(number, record);
    }
}
