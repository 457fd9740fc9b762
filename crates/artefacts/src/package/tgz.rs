//! Archives that are the same bytes on every machine: one owner, one mode, one time, one order.

use std::io;

use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

use super::Contents;

/// The time of every file, 1985-10-26 08:15 UTC: the one that npm gives to the files it packs. Some
/// programs warn of the year 1970.
const TIME: u64 = 499_162_500;

/// Files below a folder, as a compressed archive. Its head names neither a time nor a system.
pub(super) fn tgz(folder: &str, files: &Contents) -> io::Result<Vec<u8>> {
    let gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    let mut archive = Builder::new(gzip);
    for (path, bytes) in files {
        let mut header = Header::new_ustar();
        header.set_path(format!("{folder}/{path}"))?;
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(TIME);
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        archive.append(&header, *bytes)?;
    }
    archive.into_inner()?.finish()
}
