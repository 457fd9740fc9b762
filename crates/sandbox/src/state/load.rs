//! Takes over what a state file has, or says everything that is wrong with it.

use std::path::Path;

use super::{Editable, OpenError, Refused, Store, file, judge, of_source};
use crate::source::{Source, with_sources};

impl Store {
    /// Takes over the records of a file, or says everything that is wrong with them.
    pub(super) fn load(&self, path: &Path, records: &file::Records) -> Result<(), OpenError> {
        let mut broken = Vec::new();
        for (source, number, record) in records {
            let record = record.get().as_bytes();
            match of_source!(*source, self.take(*number, record)) {
                Ok(()) => {}
                Err(Refused::Unknown { .. }) => return Err(OpenError::beyond(path, records)),
                Err(refused) => broken.push((*source, *number, refused)),
            }
        }
        // Keys come last: two customers may have exchanged theirs.
        for (source, number, _) in records {
            if let Err(refused) = of_source!(*source, self.has_its_keys(*number)) {
                broken.push((*source, *number, refused));
            }
        }
        if broken.is_empty() {
            Ok(())
        } else {
            Err(OpenError::broken(path, &broken))
        }
    }

    /// Takes a record that is in the file over; its keys are not judged.
    fn take<R: Editable>(&self, number: usize, record: &[u8]) -> Result<(), Refused> {
        self.known(number)?;
        let record: R = judge::record(record).map_err(Refused::invalid::<R>)?;
        self.edit::<R>(number, Some(record));
        Ok(())
    }

    fn has_its_keys<R: Editable>(&self, number: usize) -> Result<(), Refused> {
        let record = self.get::<R>(number);
        record.map_or(Ok(()), |record| self.keys_are_free(number, &*record))
    }
}
