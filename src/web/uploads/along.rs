//! A file that comes along with a post: it is kept before the form's handler reads the fields, and stands in the text then.

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::incoming::{ALT, Brought, FILE, is_multipart, read};
use super::{line, take_in};
use crate::domain::problem::Fault as Refusal;
use crate::domain::upload::{FileField, with_line};
use crate::web::extract::Unpacked;
use crate::web::routing::ATTACHING;
use crate::web::{Fault, Visit};

/// The field in which the file's address is put.
const BODY: &str = "body";

/// Takes the file out of such a form, and hands the form on as one of plain fields: with the file in its text, or with why it was not
/// kept. Nothing that was typed is lost either way.
///
/// Of whoever is not let in only the fields are read, to be given back.
pub async fn take_along(request: &HttpRequest, payload: Payload, is_let_in: bool) -> Result<Payload, Fault> {
    let pattern = request.match_pattern().unwrap_or_default();
    if request.method() != Method::POST || !is_multipart(request) || !ATTACHING.contains(&pattern.as_str()) {
        return Ok(payload);
    }
    // Who is not known now, as the database does not answer, is told so by the handler, which gives back what was typed.
    let visit = match is_let_in {
        true => Visit::from_request(request, &mut Payload::None).await.ok(),
        false => None,
    };
    let mut brought = read(request, payload, visit.as_ref()).await?;
    let mut fields = std::mem::take(&mut brought.fields);
    let alt = brought.alt.clone();
    if brought.file.is_none() {
        fields.push((ALT.to_owned(), alt));
    } else {
        match kept(visit.as_ref(), brought).await {
            Ok(line) => put_into(&mut fields, &line),
            Err(refusal) => {
                fields.push((FILE.to_owned(), FileField::written(refusal)));
                fields.push((ALT.to_owned(), alt));
            }
        }
    }
    let encoded = serde_urlencoded::to_string(&fields).map_err(|_| Fault::Malformed("malformed-form"))?;
    request.extensions_mut().insert(Unpacked);
    Ok(Payload::from(Bytes::from(encoded)))
}

/// Keeps the file and answers the line that shows it, or says why not.
async fn kept(visit: Option<&Visit>, brought: Brought) -> Result<String, Refusal> {
    let away = Refusal::new("problem-upload-away");
    let visit = visit.ok_or(away)?;
    let user = visit.viewer.user().ok_or(Refusal::new("problem-upload-sign-in"))?;
    match take_in(visit, user, brought).await {
        Ok(kept) => kept.map(|upload| line(visit, &upload)),
        Err(fault) => {
            tracing::warn!(cause = fault.cause(), "a file was not kept");
            Err(away)
        }
    }
}

fn put_into(fields: &mut Vec<(String, String)>, line: &str) {
    match fields.iter_mut().find(|(name, _)| name == BODY) {
        Some((_, body)) => *body = with_line(body, line),
        None => fields.push((BODY.to_owned(), with_line("", line))),
    }
}
