//! How a caller of an operation proves who it is: by the operation's own requirements or by the
//! document's, with what the named schemes say.

use std::sync::Arc;

use serde_json::Value;

use crate::reader::Meaning::{Each, Value as Plain, Wording};
use crate::reader::{Reader, Subject, elements};
use crate::{Aspect, Pointer};

impl<'d> Reader<'d> {
    pub(super) fn security(
        &mut self,
        operation: &Subject,
        node: &Arc<str>,
        requirements: &'d Value,
    ) -> Option<()> {
        for (index, requirement) in elements(requirements)?.iter().enumerate() {
            let node = Pointer::step(node, &index.to_string());
            let Some(schemes) = crate::reader::members(requirement) else {
                // `{}` among others makes all of them optional.
                self.as_it_is(&operation.at("security", ""), &node, requirement);
                continue;
            };
            for (scheme, scopes) in schemes {
                let this = operation.at("security", scheme);
                let node = Pointer::step(&node, scheme);
                self.say(&this, Aspect::Listed, "", Pointer::to(&node));
                for other in schemes.keys().filter(|other| *other != scheme) {
                    let said = format!("together with={other}");
                    self.say(&this, Aspect::Keyword, &said, Pointer::to(&node));
                }
                match scopes.as_array() {
                    Some(scopes) => {
                        for scope in scopes {
                            let said = format!("scope={scope}");
                            self.say(&this, Aspect::Keyword, &said, Pointer::to(&node));
                        }
                    }
                    None => self.as_it_is(&this, &node, scopes),
                }
                self.scheme(&this, scheme);
            }
        }
        Some(())
    }

    /// A scheme that the document does not define says no more than its name.
    fn scheme(&mut self, this: &Subject, scheme: &str) {
        let node = Pointer::step("/components/securitySchemes", scheme);
        let Some(found) = self.root.pointer(&node) else {
            return;
        };
        self.reached.insert(Arc::clone(&node));
        self.element(
            this,
            &node,
            found,
            &[
                ("type", Plain(Aspect::Type)),
                ("scheme", Plain(Aspect::Scheme)),
                ("description", Wording),
                ("x-likely", Each(Aspect::Likely)),
            ],
        );
    }
}
