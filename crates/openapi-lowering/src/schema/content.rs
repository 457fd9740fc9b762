//! Text that holds something else: a `format` in 3.0 (section 4.4).

use serde_json::Value;

use super::draft::Draft;
use crate::lowerer::Lowerer;

impl<'d> Lowerer<'d> {
    /// These keywords are annotations: a validator need not look at them.
    pub(super) fn content(&mut self, schema: &mut Draft<'_, 'd>) {
        let source = schema.source;
        let said = |keyword: &str| source.get(keyword).and_then(Value::as_str);
        let format = match (said("contentEncoding"), said("contentMediaType")) {
            (Some(encoding), _) if encoding.eq_ignore_ascii_case("base64") => Some("byte"),
            (Some(encoding), _) if encoding.eq_ignore_ascii_case("base64url") => Some("base64url"),
            (None, Some("application/octet-stream")) => Some("binary"),
            _ => None,
        };
        let format = format.filter(|_| !schema.lowered.contains_key("format"));
        for keyword in ["contentEncoding", "contentMediaType", "contentSchema"] {
            let place = schema.place.step(keyword);
            match (source.get(keyword), keyword, format) {
                (None, ..) => {}
                (Some(_), "contentEncoding", Some(format))
                | (Some(_), "contentMediaType", Some(format @ "binary")) => {
                    self.exact(&place, "`contentEncoding`, `contentMediaType`", "`format`");
                    schema.insert("format", format);
                }
                _ => self.lost(&place, "`contentMediaType`, `contentSchema`", "left out"),
            }
        }
    }
}
