//! Where in a document a claim is made.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// A JSON pointer (RFC 6901) to the keyword that makes a claim.
///
/// The node is shared between all claims of one object: a document of thousands of operations
/// has many claims and few nodes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer {
    node: Arc<str>,
    keyword: &'static str,
}

impl Pointer {
    /// A pointer to the node itself.
    #[must_use]
    pub fn to(node: &Arc<str>) -> Self {
        Self {
            node: Arc::clone(node),
            keyword: "",
        }
    }

    /// A pointer to a keyword of the node.
    #[must_use]
    pub fn keyword(node: &Arc<str>, keyword: &'static str) -> Self {
        Self {
            node: Arc::clone(node),
            keyword,
        }
    }

    /// Returns the pointer to a member of the node, whose name is escaped as RFC 6901 asks.
    #[must_use]
    pub fn step(node: &str, token: &str) -> Arc<str> {
        [node, "/", &Self::escape(token)].concat().into()
    }

    /// Escapes the name of a member, so that it can be one token of a pointer.
    #[must_use]
    pub fn escape(name: &str) -> Cow<'_, str> {
        if name.contains(['~', '/']) {
            name.replace('~', "~0").replace('/', "~1").into()
        } else {
            name.into()
        }
    }

    /// Returns the name of the member that a token of a pointer stands for.
    #[must_use]
    pub fn unescape(token: &str) -> Cow<'_, str> {
        if token.contains('~') {
            token.replace("~1", "/").replace("~0", "~").into()
        } else {
            token.into()
        }
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.node)?;
        if !self.keyword.is_empty() {
            write!(f, "/{}", self.keyword)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Pointer;

    #[test]
    fn a_name_is_escaped_and_read_back() {
        for (name, token) in [
            ("", ""),
            ("a", "a"),
            ("a/b", "a~1b"),
            ("~", "~0"),
            ("~1", "~01"),
        ] {
            assert_eq!(Pointer::escape(name), token);
            assert_eq!(Pointer::unescape(token), name);
        }
        assert_eq!(&*Pointer::step("/paths", "/a~"), "/paths/~1a~0");
    }
}
