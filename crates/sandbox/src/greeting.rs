//! The text that the sandbox prints when it starts.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::arguments::Arguments;

/// Says where the sandbox serves what; `docs` says whether there is a portal.
///
/// The last line is a command that is answered with 200, whatever the seed is: every
/// sandbox has a first customer of Citi Australia.
#[must_use]
pub fn greeting(address: SocketAddr, arguments: &Arguments, docs: bool) -> String {
    let portal = if docs {
        "portal at /docs/"
    } else {
        "no portal yet: `cargo xtask portal` writes it"
    };
    // Double quotes mean the same to every shell, that of Windows included.
    let command = format!(
        "curl http://{}/citi-australia/v1/customers/profiles/basic \
         -H \"Authorization: Bearer customer-1\" -H \"Accept: application/json\" \
         -H \"client_id: my-app\" -H \"uuid: 8c3e5d1e-6f5b-4f0e-9a53-0d3c8d0a2f7b\"",
        reached(address)
    );
    let (customers, seed) = (arguments.customers, arguments.seed);
    format!(
        "     Serving http://{address} with {customers} customers of each page, seed {seed}\n             \
         documents at /openapi.json, customers at /customers\n             {portal}\n             \
         {command}\n"
    )
}

/// The address at which this machine reaches a server that listens on an address.
fn reached(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn a_server_on_every_address_is_reached_on_this_machine() {
        let arguments = Arguments::parse_from(["sandbox"]);
        for (address, url) in [
            ("127.0.0.1:8080", "curl http://127.0.0.1:8080/"),
            ("192.0.2.7:1", "curl http://192.0.2.7:1/"),
            ("0.0.0.0:8080", "curl http://127.0.0.1:8080/"),
            ("[::]:8080", "curl http://[::1]:8080/"),
            ("[2001:db8::1]:80", "curl http://[2001:db8::1]:80/"),
        ] {
            let said = greeting(address.parse().expect("an address"), &arguments, true);
            let last = said.lines().last().expect("a line").trim();
            assert!(last.starts_with(url), "{last}");
            let first = said.lines().next().expect("a line");
            assert!(first.contains(&format!("http://{address} with")), "{first}");
        }
    }
}
