//! Fetching a file from elsewhere, as anybody in the world could: never from this machine, its network or its cloud's own services.
//!
//! The address is judged after it was resolved, for every request anew, and the connection goes to the very address that was judged;
//! a name that resolves to something else a moment later gains nothing.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use ureq::config::Config;
use ureq::http::{Uri, header};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// How long one answer may take, with all that travels.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long a connection may take.
const CONNECTING: Duration = Duration::from_secs(5);
/// How often an answer may lead on.
const MOST_REDIRECTS: usize = 3;
/// How many requests in a minute one host gets from this node, so that nobody makes it knock there without end.
const MOST_A_MINUTE: usize = 30;
/// The longest address, in bytes.
const LONGEST_ADDRESS: usize = 2_000;

/// Why a file was not fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// It is not to be fetched, or there is nothing: trying again would not help.
    #[error("{0}")]
    Final(String),
    /// It did not answer this time.
    #[error("{0}")]
    Passing(String),
}

/// Fetches files from the world outside.
#[derive(Debug, Clone)]
pub struct Fetcher {
    agent: ureq::Agent,
    asked: Arc<Mutex<Asked>>,
    also: Option<SocketAddr>,
}

impl Fetcher {
    /// One that reaches public addresses only.
    pub fn new() -> Self {
        Self::reaching(None)
    }

    /// One that reaches this address too: for tests, whose world is this machine.
    pub fn also_reaching(address: SocketAddr) -> Self {
        Self::reaching(Some(address))
    }

    fn reaching(also: Option<SocketAddr>) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent("tanya")
            .max_idle_connections(0)
            .timeout_connect(Some(CONNECTING))
            .timeout_global(Some(PATIENCE))
            .build();
        let agent = ureq::Agent::with_parts(config, DefaultConnector::new(), Guarded { also });
        Self {
            agent,
            asked: Arc::default(),
            also,
        }
    }

    /// What lies behind an address, if it is no more than so many bytes.
    pub fn fetch(&self, address: &str, most: usize, now: DateTime<Utc>) -> Result<Vec<u8>, FetchError> {
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        let mut here = self.judged(address)?;
        for _ in 0..=MOST_REDIRECTS {
            self.may_ask(&here, now)?;
            let answer = self.agent.get(here.as_str()).header(header::ACCEPT, "image/*").call();
            let mut answer = answer.map_err(|error| told(&error))?;
            let status = answer.status().as_u16();
            match status {
                200 => {
                    let body = answer.body_mut().with_config().limit(most).read_to_vec();
                    return body.map_err(|error| told(&error));
                }
                301 | 302 | 303 | 307 | 308 => {
                    let next = answer.headers().get(header::LOCATION);
                    let next = next.and_then(|next| next.to_str().ok());
                    let next = next.and_then(|next| here.join(next).ok());
                    let next = next.ok_or_else(|| FetchError::Final("it leads nowhere".to_owned()))?;
                    here = self.judged(next.as_str())?;
                }
                408 | 425 | 429 | 500..=599 => return Err(FetchError::Passing(format!("it answers {status}"))),
                _ => return Err(FetchError::Final(format!("it answers {status}"))),
            }
        }
        Err(FetchError::Final("it leads on and on".to_owned()))
    }

    /// Counts a request to a host, unless it got enough in this minute.
    fn may_ask(&self, url: &url::Url, now: DateTime<Utc>) -> Result<(), FetchError> {
        let minute = now.timestamp().div_euclid(60);
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.minute != minute {
            *asked = Asked {
                minute,
                hosts: HashMap::new(),
            };
        }
        let count = asked
            .hosts
            .entry(url.host_str().unwrap_or_default().to_owned())
            .or_insert(0);
        if *count == MOST_A_MINUTE {
            return Err(FetchError::Passing("it was asked often enough for now".to_owned()));
        }
        *count += 1;
        Ok(())
    }

    /// An address of the web, on its usual port, without a name and a password.
    fn judged(&self, address: &str) -> Result<url::Url, FetchError> {
        let refused = || FetchError::Final("this address is not fetched".to_owned());
        let url = url::Url::parse(address).map_err(|_| refused())?;
        let is_usual = url.port().is_none() || self.also.is_some_and(|also| url.port() == Some(also.port()));
        let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
        let is_plain = url.username().is_empty() && url.password().is_none();
        if is_usual && is_web && is_plain && address.len() <= LONGEST_ADDRESS {
            Ok(url)
        } else {
            Err(refused())
        }
    }
}

/// How often each host was asked in a minute.
#[derive(Debug, Default)]
struct Asked {
    minute: i64,
    hosts: HashMap<String, usize>,
}

impl Default for Fetcher {
    fn default() -> Self {
        Self::new()
    }
}

fn told(error: &ureq::Error) -> FetchError {
    let said = error.to_string();
    match error {
        ureq::Error::BodyExceedsLimit(_) | ureq::Error::BadUri(_) | ureq::Error::Other(_) => FetchError::Final(said),
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::PermissionDenied => FetchError::Final(said),
        _ => FetchError::Passing(said),
    }
}

/// Resolves names as usual, and answers only with addresses of the world outside.
#[derive(Debug)]
struct Guarded {
    also: Option<SocketAddr>,
}

impl Resolver for Guarded {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = DefaultResolver::default().resolve(uri, config, timeout)?;
        let mut outside = self.empty();
        for address in found.iter() {
            if self.also == Some(*address) || is_public(address.ip()) {
                outside.push(*address);
            }
        }
        if outside.is_empty() {
            // A name of which some addresses are inside is fetched from the others.
            let inside = std::io::Error::new(std::io::ErrorKind::PermissionDenied, "its address is not public");
            return Err(ureq::Error::Io(inside));
        }
        Ok(outside)
    }
}

/// Whether an address belongs to the world outside.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => is_public_v4(address),
            None => is_public_v6(address),
        },
    }
}

/// All but what IANA lists as not reachable by everybody.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [first, second, third, _] = address.octets();
    let is_inside = matches!(
        (first, second, third),
        (0 | 10 | 127 | 224..=255, _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18..=19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !is_inside
}

/// Only what is handed out to the world, without what carries an address of version 4 in it, or documents something.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    let is_handed_out = first & 0xe000 == 0x2000;
    let is_special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8)) || first == 0x2002 || first == 0x3fff;
    is_handed_out && !is_special
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_world_outside_are_public() {
        for inside in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.100.100.200",
            "192.0.0.192",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "fe80::1",
            "fc00::1",
            "fd00:ec2::254",
            "ff02::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2001:0:7f00:1::",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "fec0::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "1.1.1.1",
            "172.32.0.1",
            "100.128.0.1",
            "192.0.1.1",
            "2606:4700::1111",
            "2a00:1450::1",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn no_host_is_asked_without_end() {
        let fetcher = Fetcher::new();
        let now = DateTime::UNIX_EPOCH;
        let ask = |host: &str, now| fetcher.may_ask(&url::Url::parse(&format!("http://{host}/")).unwrap(), now);
        for _ in 0..MOST_A_MINUTE {
            assert_eq!(ask("a.example", now), Ok(()));
        }
        assert!(matches!(ask("a.example", now), Err(FetchError::Passing(_))));
        assert_eq!(ask("b.example", now), Ok(()));
        assert_eq!(ask("a.example", now + chrono::Duration::minutes(1)), Ok(()));
    }

    #[test]
    fn nothing_inside_is_fetched_however_it_is_written() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let fetcher = Fetcher::new();
        for address in [
            "http://127.0.0.1/",
            "http://localhost/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://169.254.169.254/latest/meta-data/",
            "http://0/",
        ] {
            let refused = fetcher.fetch(address, 10, DateTime::UNIX_EPOCH);
            assert!(matches!(refused, Err(FetchError::Final(_))), "{address}: {refused:?}");
        }
        for address in [
            format!("http://127.0.0.1:{port}/"),
            "ftp://example.com/a".to_owned(),
            "file:///etc/passwd".to_owned(),
            "http://user:secret@example.com/".to_owned(),
            "https://example.com:8443/".to_owned(),
            format!("https://example.com/{}", "x".repeat(LONGEST_ADDRESS)),
            "no address".to_owned(),
        ] {
            assert!(
                matches!(
                    fetcher.fetch(&address, 10, DateTime::UNIX_EPOCH),
                    Err(FetchError::Final(_))
                ),
                "{address}"
            );
        }
        assert!(listener.accept().is_err(), "nobody knocked");
    }
}
