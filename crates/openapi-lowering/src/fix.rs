//! How an author avoids each loss.

/// Returns how to write a lost construct so that 3.0 can say it.
pub(crate) fn fix(construct: &str) -> &'static str {
    match construct {
        "`prefixItems`" => {
            "describe the positions in words, or use an object with a property for each"
        }
        "`contains`" => "describe the rule in words",
        "`unevaluatedItems`" => "say `items` in each schema that is combined",
        "`unevaluatedProperties`" => "say `additionalProperties` in each schema that is combined",
        "`patternProperties`" | "`propertyNames`" => {
            "use `additionalProperties`, and describe the names in words"
        }
        "`contentMediaType`, `contentSchema`" => "describe the content in words",
        "`$dynamicRef`" => "use `$ref`",
        "`mutualTLS` scheme"
        | "`mutualTLS` required"
        | "`mutualTLS` required by every alternative" => {
            "describe the client certificate in words, or require another scheme beside it"
        }
        "roles of a scheme without scopes" => "describe the roles in words",
        "field that 3.0 does not know" => "give the field a name that begins with `x-`",
        "`webhooks`" => "use `callbacks` of the operation that subscribes",
        "`$ref` with words of its own" => "move what stands beside the `$ref` to its target",
        "path item within itself" | "reference that cannot stand in place" => {
            "write the path item out where it is used"
        }
        "`if` that is too large to say twice" => "move parts of the condition to components",
        "`oneOf` of schemas that 3.0 cannot say in full"
        | "`not` of a schema that 3.0 cannot say in full"
        | "`if` of a schema that 3.0 cannot say in full" => {
            "avoid the constructs that are lost within it"
        }
        _ => "use keywords that OpenAPI 3.0 has",
    }
}
