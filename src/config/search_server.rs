//! The search server: where it is, what it wants to hear, and which of its indexes are this forum's.

use super::Reader;

/// How long a prefix may be.
const LONGEST_PREFIX: usize = 100;

/// A search server that all nodes ask.
#[derive(Clone, PartialEq, Eq)]
pub struct SearchServer {
    /// Its address (`MEILISEARCH_URL`).
    pub url: url::Url,
    /// The key that it wants (`MEILISEARCH_KEY`), which is never printed.
    pub key: Option<String>,
    /// What the names of this forum's indexes begin with (`MEILISEARCH_PREFIX`): several forums may share a server.
    pub prefix: String,
}

impl std::fmt::Debug for SearchServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SearchServer({}, {})", self.url, self.prefix)
    }
}

impl Reader<'_> {
    pub(super) fn search_server(&mut self, public_url: &url::Url) -> Option<SearchServer> {
        let key = self.get("MEILISEARCH_KEY").map(str::to_owned);
        let Some(text) = self.get("MEILISEARCH_URL").map(str::to_owned) else {
            if key.is_some() {
                self.problem("MEILISEARCH_KEY is set, but MEILISEARCH_URL, the server that it is for, is not.");
            }
            return None;
        };
        let prefix = self.prefix(public_url);
        if key
            .as_ref()
            .is_some_and(|key| !key.chars().all(|character| character.is_ascii_graphic()))
        {
            self.problem("MEILISEARCH_KEY holds a character that no key has.");
        }
        match url::Url::parse(&text) {
            Ok(url) if is_good(&url) => Some(SearchServer { url, key, prefix }),
            _ => {
                self.problem(
                    "MEILISEARCH_URL is not an address such as http://127.0.0.1:7700; a key goes into MEILISEARCH_KEY.",
                );
                None
            }
        }
    }

    /// By default the name by which browsers reach the forum, so that two forums on one server have indexes of their own.
    fn prefix(&mut self, public_url: &url::Url) -> String {
        let Some(prefix) = self.get("MEILISEARCH_PREFIX").map(str::to_owned) else {
            let port = public_url.port().map(|port| format!("_{port}")).unwrap_or_default();
            let host = public_url.host_str().unwrap_or("localhost");
            let name = host.replace(|character: char| !character.is_ascii_alphanumeric(), "_");
            return name.chars().take(LONGEST_PREFIX - port.len()).collect::<String>() + &port;
        };
        let fits = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-');
        if prefix.len() > LONGEST_PREFIX || !prefix.chars().all(fits) {
            self.problem("MEILISEARCH_PREFIX is not a name of at most 100 letters, digits, - and _.");
        }
        prefix
    }
}

fn is_good(url: &url::Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some()
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::{Config, ConfigProblems, Overrides};

    fn read(pairs: &[(&str, &str)]) -> Result<Config, ConfigProblems> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Config::read(
            &pairs.iter().map(owned).collect::<HashMap<_, _>>(),
            &Overrides::default(),
        )
    }

    #[test]
    fn a_search_server_is_read_and_its_key_never_told() {
        let config = read(&[
            ("MEILISEARCH_URL", "http://127.0.0.1:7700"),
            ("MEILISEARCH_KEY", "hunter2"),
        ])
        .unwrap();
        let server = config.search_server.unwrap();
        assert_eq!(
            (server.key.as_deref(), &*server.prefix),
            (Some("hunter2"), "127_0_0_1_8080")
        );
        assert!(!format!("{server:?}").contains("hunter2"));
        assert_eq!(read(&[]).unwrap().search_server, None);
    }

    #[test]
    fn what_cannot_be_a_search_server_is_said_without_the_key() {
        for pairs in [
            [
                ("MEILISEARCH_URL", "http://user:hunter2@127.0.0.1:7700"),
                ("MEILISEARCH_KEY", ""),
            ],
            [("MEILISEARCH_URL", "127.0.0.1:7700"), ("MEILISEARCH_KEY", "hunter2")],
            [
                ("MEILISEARCH_URL", "http://127.0.0.1:7700"),
                ("MEILISEARCH_KEY", "hunter 2"),
            ],
            [
                ("MEILISEARCH_URL", "http://127.0.0.1:7700"),
                ("MEILISEARCH_PREFIX", "a b"),
            ],
            [("MEILISEARCH_KEY", "hunter2"), ("TANYA_LOG", "info")],
        ] {
            let problems = read(&pairs).err().map(|problems| problems.to_string());
            let problems = problems.unwrap_or_else(|| panic!("{pairs:?} is taken"));
            assert_eq!(problems.lines().count(), 1, "{problems}");
            assert!(!problems.contains("hunter2"), "{problems}");
        }
    }
}
