//! The files of the site that are as they are: its style, its scripts, its icon.

use std::collections::BTreeMap;

macro_rules! assets {
    ($($name:literal),+ $(,)?) => {
        /// Each file by its name.
        const ASSETS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../assets/", $name)))),+];
    };
}

assets! {
    "address.js",
    "answer.js",
    "filter.js",
    "frame.css",
    "icon.svg",
    "main.js",
    "operation.css",
    "print.css",
    "rail.css",
    "reference.css",
    "reference.js",
    "request.js",
    "reveal.js",
    "search.js",
    "style.css",
    "tabs.js",
    "text.css",
    "theme.js",
    "try.js",
}

/// The files by their paths from the root of the site.
pub(crate) fn files() -> BTreeMap<String, String> {
    let path = |(name, text): &(&str, &str)| (format!("assets/{name}"), (*text).to_owned());
    ASSETS.iter().map(path).collect()
}
