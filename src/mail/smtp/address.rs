//! The address of a mail server: where it is, how it is spoken to, and who we are.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use url::Url;

use super::super::MailError;

/// A mail server, as `SMTP_URL` names it.
pub(super) struct Server {
    /// Its name or number.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Whether and when the connection is encrypted.
    pub tls: Tls,
    /// Our name and password there.
    pub credentials: Option<Credentials>,
    /// What we call ourselves.
    pub hello: ClientId,
}

/// Whether and when a connection is encrypted.
pub(super) enum Tls {
    /// Never: a server on this machine.
    Never,
    /// When the server offers it (STARTTLS).
    WhenOffered(TlsParameters),
    /// After a greeting in the clear, or nothing goes (STARTTLS).
    AfterGreeting(TlsParameters),
    /// From the first byte.
    FromTheBeginning(TlsParameters),
}

impl Server {
    /// Reads `smtps://…` or `smtp://…`, with `?tls=none`, `opportunistic` or `required`. What `smtp://` leaves open: TLS is
    /// required where a password would travel, and taken where it is offered; a server on this machine is spoken to plainly.
    pub fn parse(text: &str, roots: Vec<Certificate>) -> Result<Self, MailError> {
        let strange = |reason: &str| MailError::Address(reason.to_owned());
        let url = Url::parse(text).map_err(|error| strange(&error.to_string()))?;
        let named = url.host_str().filter(|host| !host.is_empty());
        let host = named.ok_or_else(|| strange("it names no server"))?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let said = url.query_pairs().find(|(name, _)| name == "tls");
        let said = said.map(|(_, value)| value.into_owned());
        let is_here = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
        let has_password = url.password().is_some();
        let parameters = || {
            let builder = TlsParameters::builder(host.clone());
            let builder = roots
                .iter()
                .cloned()
                .fold(builder, |builder, root| builder.add_root_certificate(root));
            builder.build().map_err(|error| strange(&error.to_string()))
        };
        let (tls, port) = match (url.scheme(), said.as_deref()) {
            ("smtps", None) => (Tls::FromTheBeginning(parameters()?), 465),
            ("smtp", Some("none")) => (Tls::Never, 25),
            ("smtp", None) if is_here => (Tls::Never, 25),
            ("smtp", Some("required")) => (Tls::AfterGreeting(parameters()?), 587),
            ("smtp", None) if has_password => (Tls::AfterGreeting(parameters()?), 587),
            ("smtp", Some("opportunistic")) => (Tls::WhenOffered(parameters()?), 25),
            ("smtp", None) => (Tls::WhenOffered(parameters()?), 25),
            _ => {
                return Err(strange(
                    "it begins with neither smtp:// nor smtps://, or says of tls what is unknown",
                ));
            }
        };
        if has_password && !is_here && matches!(tls, Tls::Never | Tls::WhenOffered(_)) {
            return Err(strange(
                "a password would travel in the clear: say tls=required, or smtps://",
            ));
        }
        Ok(Self {
            port: url.port().unwrap_or(port),
            tls,
            credentials: credentials(&url)?,
            hello: hello(&url),
            host,
        })
    }
}

fn credentials(url: &Url) -> Result<Option<Credentials>, MailError> {
    let Some(password) = url.password() else {
        return Ok(None);
    };
    let plain = |text: &str| {
        let bytes = unescaped(text);
        String::from_utf8(bytes).map_err(|_| MailError::Address("its name or password is not UTF-8".to_owned()))
    };
    Ok(Some(Credentials::new(plain(url.username())?, plain(password)?)))
}

/// What stands behind the address's slash, or the machine's own name.
fn hello(url: &Url) -> ClientId {
    match url.path().trim_matches('/') {
        "" => ClientId::default(),
        name => ClientId::Domain(name.to_owned()),
    }
}

/// Takes `%20` and its like apart.
fn unescaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match code.and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) if *first == b'%' => {
                out.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(*first);
                rest = after;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, u16, &'static str) {
        let server = Server::parse(text, Vec::new()).unwrap_or_else(|error| panic!("{text}: {error}"));
        let tls = match server.tls {
            Tls::Never => "never",
            Tls::WhenOffered(_) => "offered",
            Tls::AfterGreeting(_) => "greeted",
            Tls::FromTheBeginning(_) => "first",
        };
        (server.host, server.port, tls)
    }

    #[test]
    fn a_password_never_travels_in_the_clear() {
        let server = |host: &str, port, tls| (host.to_owned(), port, tls);
        assert_eq!(
            read("smtp://ada:secret@mail.example.com"),
            server("mail.example.com", 587, "greeted")
        );
        assert_eq!(
            read("smtp://mail.example.com"),
            server("mail.example.com", 25, "offered")
        );
        assert_eq!(read("smtp://127.0.0.1:1025"), server("127.0.0.1", 1025, "never"));
        assert_eq!(read("smtp://[::1]:1025"), server("::1", 1025, "never"));
        assert_eq!(
            read("smtp://localhost:1025?tls=required"),
            server("localhost", 1025, "greeted")
        );
        assert_eq!(
            read("smtps://ada:secret@mail.example.com"),
            server("mail.example.com", 465, "first")
        );
        for bad in [
            "smtp:",
            "smtp://",
            "mail.example.com",
            "https://mail.example.com",
            "smtp://mail.example.com?tls=maybe",
            "smtp://ada:secret@mail.example.com?tls=none",
            "smtp://ada:secret@mail.example.com?tls=opportunistic",
        ] {
            let said = Server::parse(bad, Vec::new())
                .err()
                .unwrap_or_else(|| panic!("{bad} is taken"))
                .to_string();
            assert!(!said.contains("secret"), "{said}");
        }
    }

    #[test]
    fn a_name_and_a_password_may_hold_anything() {
        let url = Url::parse("smtps://ada%40example.com:a%20b%25@mail.example.com/forum.example.com").unwrap();
        let plain = Credentials::new("ada@example.com".to_owned(), "a b%".to_owned());
        assert_eq!(credentials(&url).unwrap(), Some(plain));
        assert_eq!(hello(&url), ClientId::Domain("forum.example.com".to_owned()));
        assert_eq!(unescaped("100%"), b"100%");
    }
}
