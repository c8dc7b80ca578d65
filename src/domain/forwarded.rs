//! What proxies say of whom they speak for: `X-Forwarded-For`, and `Forwarded` of RFC 7239.
//!
//! What belongs here: reading the headers. What does not: whom to believe (`web/client.rs`).

use std::net::{IpAddr, SocketAddr};

/// One step of the way: the address that a proxy was asked by; `None` where what it says is no address.
pub type Hop = Option<IpAddr>;

/// The steps of one `X-Forwarded-For`, the first one first.
pub fn x_forwarded_for(value: &str) -> Vec<Hop> {
    value.split(',').map(|part| node(part.trim())).collect()
}

/// The steps of one `Forwarded`, the first one first. One whose quotation marks do not match is a single step that says nothing: where
/// what the client wrote ends cannot be told.
pub fn forwarded(value: &str) -> Vec<Hop> {
    let Some(elements) = split(value, ',') else {
        return vec![None];
    };
    elements.into_iter().map(for_of).collect()
}

/// The address that `for=` names in one element.
fn for_of(element: &str) -> Hop {
    split(element, ';')?.into_iter().find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let value = value.trim();
        let bare = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let is_for = name.trim().eq_ignore_ascii_case("for");
        is_for.then(|| node(bare.unwrap_or(value)))?
    })
}

/// An address, with a port or without, IPv6 in brackets or bare.
fn node(text: &str) -> Hop {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let address = bare.unwrap_or(text).parse::<IpAddr>().ok();
    let address = address.or_else(|| text.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    address.map(|address| address.to_canonical())
}

/// Splits at a sign that stands outside quotation marks; `None` when they do not match.
fn split(text: &str, at: char) -> Option<Vec<&str>> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let parts = text.split(|sign: char| {
        if is_escaped {
            is_escaped = false;
        } else if is_quoted && sign == '\\' {
            is_escaped = true;
        } else if sign == '"' {
            is_quoted = !is_quoted;
        }
        sign == at && !is_quoted && !is_escaped
    });
    let parts = parts.collect();
    (!is_quoted).then_some(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_header_is_read(text in "[for=, ;\"\\\\\\[\\]0-9.:a-f]{0,80}|\\PC{0,80}") {
            prop_assert!(forwarded(&text).len() <= text.len() + 1);
            prop_assert!(x_forwarded_for(&text).len() <= text.len() + 1);
        }
    }

    fn hops(addresses: &[&str]) -> Vec<Hop> {
        addresses.iter().map(|address| address.parse().ok()).collect()
    }

    #[test]
    fn addresses_are_read_with_ports_and_brackets() {
        let read = x_forwarded_for("203.0.113.7, 203.0.113.8:4711,[2001:db8::1]:80, 2001:db8::2 ,[::ffff:203.0.113.9]");
        let expected = [
            "203.0.113.7",
            "203.0.113.8",
            "2001:db8::1",
            "2001:db8::2",
            "203.0.113.9",
        ];
        assert_eq!(read, hops(&expected));
        assert_eq!(x_forwarded_for("unknown, 203.0.113.7,"), hops(&["", "203.0.113.7", ""]));
    }

    #[test]
    fn a_standard_header_is_read() {
        let read = forwarded(
            "for=192.0.2.60;proto=http;by=203.0.113.43, For=\"[2001:db8:cafe::17]:4711\" ;secret=\"a,b;c\\\"\"",
        );
        assert_eq!(read, hops(&["192.0.2.60", "2001:db8:cafe::17"]));
        assert_eq!(forwarded("for=_hidden, proto=https, for=unknown"), hops(&["", "", ""]));
    }

    #[test]
    fn a_client_cannot_hide_what_a_proxy_adds() {
        for made_up in ["for=198.51.100.1;x=\"", "for=\"", "x=\"\\", "for=198.51.100.1, x=\"a"] {
            for real in ["for=203.0.113.7", "for=\"[2001:db8::1]\""] {
                let last = forwarded(&format!("{made_up}, {real}")).pop().unwrap();
                let said = real
                    .trim_start_matches("for=")
                    .trim_matches(['"', '[', ']'])
                    .parse()
                    .ok();
                assert!(last.is_none() || last == said, "{made_up} hides {real}: {last:?}");
            }
        }
    }
}
