//! The site that is made of the real documents, page by page, without what Node.js gives.

mod crosswalk;
mod escaping;
mod evidence;
mod html;
mod layout;
mod links;
mod markdown;
mod material;
mod operations;
mod picture;
mod policy;
mod search;
mod twins;

use std::path::Path;

/// Whether a file of the site has this extension.
fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|it| it == extension)
}
