//! Where in a document a claim is made.

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

    /// One step down from a node, escaped as RFC 6901 asks.
    #[must_use]
    pub fn step(node: &str, token: &str) -> Arc<str> {
        let plain = !token.contains(['~', '/']);
        if plain {
            return [node, "/", token].concat().into();
        }
        format!("{node}/{}", token.replace('~', "~0").replace('/', "~1")).into()
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
