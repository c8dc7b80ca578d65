//! One's own data, as a file that is written while it is sent: no more than a page of rows is ever in memory.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Bytes, Data};
use futures_util::stream::{self, Stream};
use serde_json::{Value, json};

use crate::domain::cursor::Cursor;
use crate::domain::id::UserId;
use crate::store::exports::{self, Item, Part, Post};
use crate::store::throttle::{self, Subject, Trying};
use crate::store::{StoreError, exports::Account};
use crate::urls::Urls;
use crate::web::extract::{NoFields, Sent};
use crate::web::{Reply, SignedIn, Site, Visit, throttle as slowness, views};

/// How many files a person may have in a day.
const A_DAY: i64 = 3;
/// What the file says of its own form.
const FORMAT: &str = "tanya-account-1";

/// `GET /settings/data`
pub async fn show(SignedIn { visit, .. }: SignedIn) -> Reply {
    views::settings::data(&visit, &[]).unlisted().show(&visit)
}

/// `POST /settings/data/download`: everything that the person wrote and did, as JSON.
pub async fn download(Sent(SignedIn { visit, user }, NoFields {}): Sent<SignedIn, NoFields>) -> Reply {
    let (id, now) = (user.id, visit.now);
    let taken = visit
        .site
        .store
        .write(move |tx| throttle::spend_daily(tx, &Subject::Download(id), A_DAY, now));
    if let Trying::Wait(wait) = taken.await.map_err(|error: StoreError| error)? {
        let problems = [slowness::problem(&visit, "download", wait)];
        return slowness::slow_down(&visit, views::settings::data(&visit, &problems), wait);
    }
    let account = visit.site.store.read(move |db| exports::account(db, id));
    let account = account.await.map_err(|error: StoreError| error)?;
    let name = format!("attachment; filename=\"account-{id}.json\"");
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .streaming(file(&visit, id, &account)))
}

/// Where the writing of the file stands.
struct Writing {
    site: Data<Site>,
    user: UserId,
    beginning: Option<String>,
    parts: std::slice::Iter<'static, Part>,
    /// The list that is being written, and the position behind its last row.
    open: Option<(Part, Option<Cursor>)>,
    is_done: bool,
}

/// The pieces of the file; each is one short read of the database.
fn file(visit: &Visit, user: UserId, account: &Account) -> impl Stream<Item = Result<Bytes, StoreError>> + use<> {
    let head = json!([
        FORMAT,
        visit.site.urls.absolute(&visit.site.urls.home()),
        visit.now,
        account
    ]);
    let keys = ["format", "forum", "exported_at", "account"];
    let pairs = keys.iter().zip(head.as_array().into_iter().flatten());
    let pairs: Vec<String> = pairs.map(|(key, value)| format!("\"{key}\":{value}")).collect();
    // The object stays open: the lists follow.
    let beginning = format!("{{{}", pairs.join(",\n"));
    let writing = Writing {
        site: visit.site.clone(),
        user,
        beginning: Some(beginning),
        parts: Part::ALL.iter(),
        open: None,
        is_done: false,
    };
    stream::try_unfold(writing, |mut writing| async move {
        let piece = writing.next().await?;
        Ok(piece.map(|piece| (Bytes::from(piece), writing)))
    })
}

impl Writing {
    async fn next(&mut self) -> Result<Option<String>, StoreError> {
        if self.is_done {
            return Ok(None);
        }
        if let Some(beginning) = self.beginning.take() {
            return Ok(Some(beginning));
        }
        let (part, after) = match self.open.take() {
            Some(open) => open,
            None => match self.parts.next() {
                Some(part) => (*part, None),
                None => {
                    self.is_done = true;
                    return Ok(Some("}\n".to_owned()));
                }
            },
        };
        let user = self.user;
        let page = self
            .site
            .store
            .read(move |db| exports::page(db, user, part, after))
            .await?;
        let rows: Vec<String> = page.items.into_iter().map(|item| row(&self.site.urls, item)).collect();
        let head = match after {
            None => format!(",\n\"{part}\":[\n"),
            Some(_) => ",\n".to_owned(),
        };
        let foot = if page.more.is_some() { "" } else { "]" };
        self.open = page.more.map(|more| (part, Some(more)));
        Ok(Some(format!("{head}{}{foot}", rows.join(",\n"))))
    }
}

/// A row with the address where it can be looked at.
fn row(urls: &Urls, item: Item) -> String {
    let mut fields = item.fields;
    let path = item.post.map(|post| match post {
        Post::Thread(id, title) => urls.thread(id, &title),
        Post::Reply(id) => urls.reply(id),
        Post::Comment(id) => urls.comment(id),
    });
    if let (Value::Object(fields), Some(path)) = (&mut fields, path) {
        fields.insert("address".to_owned(), urls.absolute(&path).into());
    }
    fields.to_string()
}
