//! Where a request really comes from.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::HttpRequest;
use actix_web::http::header::{self, HeaderMap, HeaderName};

use super::Site;
use crate::domain::forwarded::{Hop, forwarded, x_forwarded_for};

/// The client's address: the peer's, or what a declared proxy says of it.
///
/// The steps of the way are read from their end; the first address that is no declared proxy is the client. Behind a step that
/// names no address everything may be made up, so it ends there.
pub fn address(request: &HttpRequest, site: &Site) -> IpAddr {
    let peer = request
        .peer_addr()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.ip().to_canonical());
    let is_proxy = |address: &IpAddr| site.trusted_proxies.iter().any(|network| network.contains(address));
    if !is_proxy(&peer) {
        return peer;
    }
    let named = way(request.headers()).into_iter().rev().map_while(|hop| hop);
    named.into_iter().find(|address| !is_proxy(address)).unwrap_or(peer)
}

/// The steps that proxies tell. Most write `X-Forwarded-For` and let a `Forwarded` of the client pass, so the latter counts only
/// where the former is missing.
fn way(headers: &HeaderMap) -> Vec<Hop> {
    let usual = HeaderName::from_static("x-forwarded-for");
    if headers.contains_key(&usual) {
        return read(headers, usual, x_forwarded_for);
    }
    read(headers, header::FORWARDED, forwarded)
}

fn read(headers: &HeaderMap, name: HeaderName, read: fn(&str) -> Vec<Hop>) -> Vec<Hop> {
    let values = headers.get_all(name);
    values
        .flat_map(|value| value.to_str().map_or_else(|_| vec![None], read))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(HeaderName::from_static(name), header::HeaderValue::from_static(value));
        }
        headers
    }

    #[test]
    fn what_a_client_sends_in_the_other_header_does_not_count() {
        let seven: Hop = Some("203.0.113.7".parse().unwrap());
        let forged = ("forwarded", "for=198.51.100.1");
        assert_eq!(way(&headers(&[forged, ("x-forwarded-for", "203.0.113.7")])), [seven]);
        assert_eq!(way(&headers(&[("forwarded", "for=203.0.113.7")])), [seven]);
        let twice = [("x-forwarded-for", "198.51.100.1"), ("x-forwarded-for", "203.0.113.7")];
        assert_eq!(way(&headers(&twice)).pop(), Some(seven));
    }
}
