//! What was opened from the results of a search: noted, and taken out of the address before anybody else reads it.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap};
use actix_web::http::uri::{PathAndQuery, Uri};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::domain::searching::Finding;
use crate::store::searches::Opening;
use crate::urls::{FOUND, subject_at};
use crate::web::Site;
use crate::web::views_counted::is_robot;

/// Notes which result was followed, when somebody came from a page of ours, and goes on with the address without it: so
/// it is one page, kept as one, whichever search led there.
pub async fn found(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if let Some((finding, uri)) = taken_out(request.uri()).filter(|_| request.method().is_safe()) {
        note(&request, finding);
        request.match_info_mut().get_mut().update(&uri);
        request.head_mut().uri = uri;
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// What an address says of a search, `None` when it is made up, and the address without it.
fn taken_out(uri: &Uri) -> Option<(Option<Finding>, Uri)> {
    let said = |pair: &&str| pair.split('=').next() == Some(FOUND);
    let query = uri.query()?;
    let pair = query.split('&').find(said)?;
    let finding = pair.split_once('=').and_then(|(_, value)| value.parse().ok());
    let rest: Vec<&str> = query.split('&').filter(|pair| !said(pair)).collect();
    let address = match rest.is_empty() {
        true => uri.path().to_owned(),
        false => format!("{}?{}", uri.path(), rest.join("&")),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(address).ok()?);
    Some((finding, Uri::from_parts(parts).ok()?))
}

fn note(request: &ServiceRequest, finding: Option<Finding>) {
    let (Some(site), Some(finding), Some(subject)) =
        (request.app_data::<Data<Site>>(), finding, subject_at(request.path()))
    else {
        return;
    };
    if is_robot(request.request()) || !comes_from(&site.urls.origin(), request.headers()) {
        return;
    }
    site.searches.note_opening(Opening {
        finding,
        subject,
        opened_at: site.clock.now(),
    });
}

/// Whether a link of our own was followed: a browser says so itself, an older one by the page that it comes from.
fn comes_from(our_origin: &str, headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok());
    let referer = referer.and_then(|text| url::Url::parse(text).ok());
    referer.is_some_and(|url| url.origin().ascii_serialization() == our_origin)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    fn without(address: &str) -> Option<(bool, String)> {
        let uri: Uri = address.parse().unwrap();
        taken_out(&uri).map(|(finding, uri)| (finding.is_some(), uri.to_string()))
    }

    #[test]
    fn what_leads_from_a_search_is_taken_out_of_the_address() {
        let of = |whole: bool, address: &str| Some((whole, address.to_owned()));
        assert_eq!(without("/threads/7/x?found=1f-2"), of(true, "/threads/7/x"));
        assert_eq!(
            without("/threads/7?order=oldest&found=1f-2&a=b"),
            of(true, "/threads/7?order=oldest&a=b")
        );
        assert_eq!(without("/threads/7?found=%00"), of(false, "/threads/7"));
        assert_eq!(without("/threads/7?found"), of(false, "/threads/7"));
        assert_eq!(without("/threads/7?foundling=1"), None);
        assert_eq!(without("/threads/7"), None);
    }

    #[test]
    fn only_a_link_of_our_own_counts() {
        let from = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(name.parse().unwrap(), HeaderValue::from_static(value));
            comes_from("https://forum.example.com", &headers)
        };
        assert!(from("sec-fetch-site", "same-origin"));
        assert!(!from("sec-fetch-site", "none"));
        assert!(!from("sec-fetch-site", "cross-site"));
        assert!(from("referer", "https://forum.example.com/search?q=x"));
        assert!(!from("referer", "https://evil.example/search?q=x"));
        assert!(!from("accept", "*/*"));
    }
}
