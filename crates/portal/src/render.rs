//! The files of the site.

use std::collections::BTreeMap;

use crate::site::Site;
use crate::{assets, llms, page, search, twin};

/// Every file of a site, by its path from the root.
pub(crate) fn render(site: &Site) -> BTreeMap<String, String> {
    let mut files = assets::files();
    for (path, text) in [
        ("index.html", page::index::index(site)),
        ("coverage.html", page::coverage::coverage(site)),
        ("readings.html", page::readings::readings(site)),
        ("changelog.html", page::changelog::changelog(site)),
        ("404.html", page::missing::missing(site)),
        ("reference.html", page::reference::reference(site)),
        ("search.json", search::index(site)),
        ("assets/redoc.js", site.input.redoc.to_owned()),
    ] {
        files.insert(path.to_owned(), text);
    }
    files.extend(page::crosswalk::crosswalks(site));
    for described in &site.pages {
        let address = format!("{}/index.html", described.provider.id);
        let landing = page::provider::provider(site, described, &address);
        files.insert(address, landing);
    }
    for operation in &site.operations {
        let rendered = page::operation::operation(site, operation);
        files.insert(operation.address(), rendered);
    }
    let twins = site.operations.iter();
    let twins: BTreeMap<String, String> =
        twins.map(|it| (it.twin(), twin::twin(site, it))).collect();
    let readings = twin::readings(site);
    files.insert("llms.txt".to_owned(), llms::llms(site, &twins, &readings));
    files.insert("readings.md".to_owned(), readings);
    files.extend(twins);
    for (path, text) in site.input.offered() {
        files.insert(format!("files/{path}"), text.clone());
    }
    files
}
