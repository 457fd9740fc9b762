//! What an operation takes: its address, credentials, parameters and body.

use maud::{Markup, html};
use serde_json::Value;

use super::element::{Teller, class};
use crate::operation::text;
use crate::words;

/// The places of parameters, in the order of the page.
const PLACES: [(&str, &str); 4] = [
    ("path", "Path parameters"),
    ("query", "Query parameters"),
    ("header", "Headers"),
    ("cookie", "Cookies"),
];

/// The request.
pub(super) fn request(teller: &mut Teller) -> Markup {
    html! {
        section id="request" {
            h2 { "Request" }
            (address(teller))
            (credentials(teller))
            (parameters(teller))
            (body(teller))
        }
    }
}

/// What its address and its headers hold.
pub(super) fn parameters(teller: &mut Teller) -> Markup {
    html! {
        @for (place, heading) in PLACES {
            @let parameters: Vec<&Value> =
                teller.operation.parameters().filter(|it| it["in"] == place).collect();
            @if !parameters.is_empty() {
                h3 { (heading) }
                ul class="fields" {
                    @for parameter in parameters { (teller.parameter(parameter)) }
                }
            }
        }
    }
}

/// Where it is served.
pub(super) fn address(teller: &mut Teller) -> Markup {
    let servers = teller.operation.servers();
    html! {
        div class="fields" {
            div class="field" {
                div class="what" {
                    p class="name" { "Address" }
                    ul class="servers" {
                        @for server in servers {
                            li { code { (text(server, "url")) } " " (words::line(text(server, "description"))) }
                        }
                    }
                }
                (teller.told_all("server", "the address"))
            }
        }
    }
}

/// Who may call it.
pub(super) fn credentials(teller: &mut Teller) -> Markup {
    let security = teller.operation.security();
    html! {
        @if let Some((name, scheme)) = security {
            div class="fields" {
                div class="field" id={ "security." (name) } {
                    div class="what" {
                        p class="name" {
                            code { "Authorization" } " "
                            span class="type" {
                                @match text(scheme, "type") {
                                    "apiKey" => "API key",
                                    _ => { "HTTP " (text(scheme, "scheme")) }
                                }
                            } " "
                            strong class="required" { "required" } " "
                            (class(teller.operation.class("security", name)))
                        }
                        (words::prose(text(scheme, "description")))
                        @if words::judged(teller.operation.node).contains(&"security") {
                            ul class="facts" { li { em { "That it is asked for is our judgement" } } }
                        }
                    }
                    (teller.told_all("security", "the credentials"))
                }
            }
        }
    }
}

fn body(teller: &mut Teller) -> Markup {
    let body = teller.operation.node.get("requestBody");
    html! {
        @if let Some(body) = body {
            h3 id="body" { "Body" }
            @for (media_type, content) in body["content"].as_object().into_iter().flatten() {
                div class="fields" {
                    div class="field" {
                        div class="what" {
                            p class="name" {
                                code { (media_type) } " "
                                @if body["required"] == Value::Bool(true) {
                                    strong class="required" { "required" }
                                }
                            }
                            (words::prose(text(body, "description")))
                        }
                        (teller.told("body", "the body"))
                    }
                }
                (teller.body("body", &content["schema"]))
                (super::answers::examples(teller, "body", content))
            }
        }
    }
}
