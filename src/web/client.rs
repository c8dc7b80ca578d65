//! Where a request really comes from.

use std::net::{IpAddr, Ipv4Addr};

use actix_web::HttpRequest;

use super::Site;

/// The client's address: the peer's, or what a declared proxy says of it.
///
/// `X-Forwarded-For` is read from its end; the first address that is no declared proxy is the client.
pub fn address(request: &HttpRequest, site: &Site) -> IpAddr {
    let peer = request
        .peer_addr()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.ip().to_canonical());
    let is_proxy = |address: &IpAddr| site.trusted_proxies.iter().any(|network| network.contains(address));
    if !is_proxy(&peer) {
        return peer;
    }
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok());
    let forwarded: Vec<IpAddr> = forwarded
        .flat_map(|value| value.split(','))
        .filter_map(|part| part.trim().parse().ok())
        .collect();
    forwarded
        .into_iter()
        .rev()
        .map(|address| address.to_canonical())
        .find(|address| !is_proxy(address))
        .unwrap_or(peer)
}
