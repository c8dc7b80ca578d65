//! The network that a request comes from, coarse enough to count by.

use std::net::{IpAddr, Ipv6Addr};

/// The network of an address: an IPv4 address by itself, an IPv6 address by its first 64 bits.
pub fn network_of(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let prefix = u128::from(address) & (u128::MAX << 64);
            format!("{}/64", Ipv6Addr::from(prefix))
        }
    }
}
