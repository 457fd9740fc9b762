//! Path templates, `/accounts/{accountId}`.

/// The names in a path template, in its order.
pub(crate) fn names(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
}
