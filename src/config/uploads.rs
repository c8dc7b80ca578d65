//! Where the bytes of uploads lie.

use std::path::{Path, PathBuf};

use super::Reader;
use crate::domain::upload::{Bucket, Place};

impl Reader<'_> {
    pub(super) fn uploads(&mut self, data_dir: &Path) -> Place {
        let folder = Place::Folder(data_dir.join("uploads"));
        let Some(said) = self.get("TANYA_UPLOADS").map(str::to_owned) else {
            return folder;
        };
        if let Some(path) = said.strip_prefix("file:").filter(|path| !path.is_empty()) {
            return Place::Folder(PathBuf::from(path.strip_prefix("//").unwrap_or(path)));
        }
        match said.strip_prefix("s3://") {
            Some(rest) => self.bucket(rest).map_or(folder, Place::Bucket),
            None => {
                self.problem(
                    "TANYA_UPLOADS is neither a folder such as file:/var/lib/tanya/uploads nor a bucket such as \
                     s3://my-forum/uploads.",
                );
                folder
            }
        }
    }

    fn bucket(&mut self, said: &str) -> Option<Bucket> {
        let (name, prefix) = said.split_once('/').unwrap_or((said, ""));
        let is_name = |name: &str| {
            (3..=63).contains(&name.len())
                && name
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
        };
        if !is_name(name) {
            self.problem(
                "TANYA_UPLOADS names no bucket: its name is 3 to 63 small letters, digits, points and hyphens.",
            );
        }
        let endpoint = self.endpoint();
        let key_id = self.wanted("AWS_ACCESS_KEY_ID");
        let secret = self.wanted("AWS_SECRET_ACCESS_KEY");
        Some(Bucket {
            name: name.to_owned(),
            prefix: prefix.trim_matches('/').to_owned(),
            endpoint,
            region: self.get("AWS_REGION").unwrap_or("us-east-1").to_owned(),
            key_id: key_id?,
            secret: secret?,
        })
    }

    /// A store without TLS is only spoken to on this machine: the key's signature would do, the files travel in the clear.
    fn endpoint(&mut self) -> Option<String> {
        let said = self.get("AWS_ENDPOINT_URL").map(str::to_owned)?;
        match url::Url::parse(&said) {
            Ok(url) if url.scheme() == "http" && !super::is_loopback(&url) => {
                self.problem("AWS_ENDPOINT_URL is not https: files would travel in the clear.");
                None
            }
            Ok(url) if matches!(url.scheme(), "http" | "https") && url.host_str().is_some() => {
                Some(said.trim_end_matches('/').to_owned())
            }
            _ => {
                self.problem("AWS_ENDPOINT_URL is not an address such as https://s3.example.com.");
                None
            }
        }
    }

    fn wanted(&mut self, name: &str) -> Option<String> {
        let said = self.get(name).map(str::to_owned);
        if said.is_none() {
            self.problem(format!("{name} is missing: the bucket of TANYA_UPLOADS wants a key."));
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::path::PathBuf;

    use crate::config::{Config, Overrides};
    use crate::domain::upload::Place;

    fn read(variables: &[(&str, &str)]) -> Result<Place, String> {
        let variables: HashMap<String, String> = variables
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        let config = Config::read(&variables, &Overrides::default());
        config
            .map(|config| config.uploads)
            .map_err(|problems| problems.to_string())
    }

    #[test]
    fn uploads_lie_in_a_folder_unless_a_bucket_is_named() {
        assert_eq!(read(&[]), Ok(Place::Folder(PathBuf::from("data/uploads"))));
        assert_eq!(
            read(&[("TANYA_UPLOADS", "file:/srv/uploads")]),
            Ok(Place::Folder(PathBuf::from("/srv/uploads")))
        );
        let keys = [("AWS_ACCESS_KEY_ID", "id"), ("AWS_SECRET_ACCESS_KEY", "secret")];
        let named = |endpoint| {
            let more = [
                ("TANYA_UPLOADS", "s3://my-forum/some/where/"),
                ("AWS_ENDPOINT_URL", endpoint),
            ];
            read(&[&keys[..], &more].concat())
        };
        let Ok(Place::Bucket(bucket)) = named("http://127.0.0.1:9000/") else {
            panic!("no bucket");
        };
        assert_eq!((&*bucket.name, &*bucket.prefix), ("my-forum", "some/where"));
        assert_eq!(bucket.endpoint.as_deref(), Some("http://127.0.0.1:9000"));
        assert!(!format!("{:?}", Place::Bucket(bucket)).contains("secret"));
        assert!(named("http://s3.example.com").unwrap_err().contains("in the clear"));
        assert!(read(&[("TANYA_UPLOADS", "/srv")]).unwrap_err().contains("neither"));
        let without_key = read(&[("TANYA_UPLOADS", "s3://My_Forum")]).unwrap_err();
        assert!(without_key.contains("names no bucket") && without_key.contains("AWS_SECRET_ACCESS_KEY is missing"));
    }
}
