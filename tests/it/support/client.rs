//! A browser of the tests: keeps cookies, sends what browsers send, follows nothing by itself, and looks at every page.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use tanya::text::phrases::Languages;
use ureq::http::Request;

use super::{FilledForm, Page};

/// The public address of every test's server.
pub const ORIGIN: &str = "http://forum.localhost";

/// A browser.
pub struct Client {
    agent: ureq::Agent,
    address: SocketAddr,
    languages: Option<Languages>,
    cookie: Option<String>,
    name: Option<&'static str>,
}

impl Client {
    /// A new browser, without a cookie.
    pub fn new(address: SocketAddr) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self {
            agent: config.new_agent(),
            address,
            languages: None,
            cookie: None,
            name: None,
        }
    }

    /// Fails a test as soon as a page asks for a phrase that no language has.
    pub fn watching(mut self, languages: Languages) -> Self {
        self.languages = Some(languages);
        self
    }

    /// Sends this cookie with every request, besides those that the server gives.
    pub fn with_cookie(self, cookie: String) -> Self {
        Self {
            cookie: Some(cookie),
            ..self
        }
    }

    /// The value of a cookie that the server has given.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.agent.cookie_jar_lock();
        cookies
            .iter()
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    }

    /// Calls itself so in `User-Agent`.
    pub fn calling_itself(self, name: &'static str) -> Self {
        Self {
            name: Some(name),
            ..self
        }
    }

    /// Fetches a page.
    pub fn get(&self, path: &str) -> Page {
        self.send("GET", path, None)
    }

    /// Fetches a page and then whatever it redirects to, as browsers do.
    pub fn visit(&self, path: &str) -> Page {
        let mut page = self.get(path);
        for _ in 0..5 {
            match page.location() {
                Some(next) => page = self.get(&next),
                None => return page,
            }
        }
        panic!("{path} redirects for ever");
    }

    /// Posts fields, as a script would that knows them: prefer [`Client::submit`], which tries the form too.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_body(path, "application/x-www-form-urlencoded", encode(fields).as_bytes())
    }

    /// Posts a body of any type.
    pub fn post_body(&self, path: &str, content_type: &str, body: &[u8]) -> Page {
        self.send("POST", path, Some((content_type, body)))
    }

    /// Fetches a page, fills in a form of it, and sends it; hidden fields and what is filled in already go along.
    pub fn submit(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> Page {
        self.send_form(&self.visit(page).form(form).with(fields))
    }

    /// Sends a form that was filled in.
    pub fn send_form(&self, form: &FilledForm) -> Page {
        let pairs: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        if form.is_post {
            self.post(&form.action, &pairs)
        } else {
            let path = form.action.split('?').next().unwrap_or_default();
            self.get(&format!("{path}?{}", encode(&pairs)))
        }
    }

    /// Sends a form to a server that may be gone: the status, if there was an answer.
    pub fn try_send_form(&self, form: &FilledForm) -> Option<u16> {
        let pairs: Vec<(&str, &str)> = form.fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        let (body, headers) = (encode(&pairs), [("sec-fetch-site", "same-origin")]);
        let body = Some(("application/x-www-form-urlencoded", body.as_bytes()));
        self.send_with("POST", &form.action, &headers, body)
            .ok()
            .map(|page| page.status)
    }

    /// A form of a page of a server that may be gone.
    pub fn try_form(&self, path: &str, form: &str) -> Option<FilledForm> {
        let mut page = self.send_with("GET", path, &[], None).ok()?;
        if let Some(next) = page.location() {
            page = self.send_with("GET", &next, &[], None).ok()?;
        }
        (page.status == 200).then(|| page.form(form))
    }

    /// The same browser with its cookies after the server has moved to another port.
    pub fn moved_to(self, address: SocketAddr) -> Self {
        Self { address, ..self }
    }

    /// Sends any request as a page of this site would.
    pub fn send(&self, method: &str, path: &str, body: Option<(&str, &[u8])>) -> Page {
        let headers = [("sec-fetch-site", "same-origin"), ("origin", ORIGIN)];
        self.send_with(method, path, &headers, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Sends any request with these headers besides the usual ones.
    pub fn send_with(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<(&str, &[u8])>,
    ) -> Result<Page, ureq::Error> {
        let mut request = Request::builder()
            .method(method)
            .uri(format!("http://{}{path}", self.address))
            .header("host", "forum.localhost")
            .header("referer", format!("{ORIGIN}{path}"));
        let cookie = self.cookie.as_deref().map(|cookie| ("cookie", cookie));
        let agent = self.name.map(|name| ("user-agent", name));
        for (name, value) in headers.iter().chain(&cookie).chain(&agent) {
            request = request.header(*name, *value);
        }
        let missing = self.languages.as_ref().map(Languages::missing_count);
        let response = match body {
            None => self.agent.run(request.body(()).unwrap())?,
            Some((content_type, body)) => self
                .agent
                .run(request.header("content-type", content_type).body(body).unwrap())?,
        };
        let page = Page::read(method, path, response)?;
        if let (Some(languages), Some(before)) = (&self.languages, missing) {
            assert!(
                languages.missing_count() == before,
                "{path} asks for phrases that no language has: {:?}",
                page.bare_keys()
            );
        }
        page.check();
        Ok(page)
    }

    /// Sends bytes and reads what comes back until the server closes; the status of its first line, if there is one.
    pub fn send_bytes(&self, bytes: &[u8]) -> Option<u16> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // A server that refuses early may close before everything is written.
        let _written = stream.write_all(bytes);
        let _closed = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let mut chunk = [0_u8; 4096];
        while let Ok(count @ 1..) = stream.read(&mut chunk) {
            answer.extend_from_slice(&chunk[..count]);
        }
        let first = String::from_utf8_lossy(&answer)
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned();
        first.strip_prefix("HTTP/1.1 ")?.split(' ').next()?.parse().ok()
    }
}

/// Fields as a form sends them.
pub fn encode(fields: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .finish()
}
