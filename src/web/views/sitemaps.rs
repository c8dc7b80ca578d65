//! Sitemaps: <https://www.sitemaps.org/protocol.html>.

use std::fmt::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use quick_xml::escape::escape;

/// How a sitemap begins.
pub const LIST_BEGIN: &str =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
/// How a sitemap ends.
pub const LIST_END: &str = "</urlset>\n";

/// One address of a sitemap.
pub fn push_address(address: &str, changed_at: Option<DateTime<Utc>>, xml: &mut String) {
    // Writing into a string cannot fail.
    let _written = writeln!(xml, "<url><loc>{}</loc>{}</url>", escape(address), lastmod(changed_at));
}

/// A sitemap of sitemaps, each with the time of its last change, where that is known.
pub fn index(parts: &[(String, Option<DateTime<Utc>>)]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (address, changed_at) in parts {
        let changed_at = lastmod(*changed_at);
        let _written = writeln!(xml, "<sitemap><loc>{}</loc>{changed_at}</sitemap>", escape(address));
    }
    xml.push_str("</sitemapindex>\n");
    xml
}

fn lastmod(time: Option<DateTime<Utc>>) -> String {
    let time = time.map(|time| time.to_rfc3339_opts(SecondsFormat::Secs, true));
    time.map_or(String::new(), |time| format!("<lastmod>{time}</lastmod>"))
}
