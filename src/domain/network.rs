//! The network that a request comes from, coarse enough to count by.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

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

/// The network of an address as people are shown it and as rows keep it: 24 bits of IPv4, 48 of IPv6.
///
/// Enough to tell one's home from another country, too little to name a household.
pub fn shortened(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let prefix = u32::from(address) & (u32::MAX << 8);
            format!("{}/24", Ipv4Addr::from(prefix))
        }
        IpAddr::V6(address) => {
            let prefix = u128::from(address) & (u128::MAX << 80);
            format!("{}/48", Ipv6Addr::from(prefix))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortened_network_names_no_household() {
        let short = |address: &str| shortened(address.parse().unwrap());
        assert_eq!(short("203.0.113.77"), "203.0.113.0/24");
        assert_eq!(short("::ffff:203.0.113.77"), "203.0.113.0/24");
        assert_eq!(short("2001:db8:1:2:3::4"), "2001:db8:1::/48");
    }
}
