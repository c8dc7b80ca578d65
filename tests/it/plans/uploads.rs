//! What uploads ask of the database.

use chrono::{DateTime, Utc};
use tanya::domain::account::Viewer;
use tanya::domain::body::{Body, Reason};
use tanya::domain::id::{ReplyId, ThreadId, UploadId, UserId};
use tanya::domain::sight::Sight;
use tanya::domain::upload::{FileName, PostId, UploadKind};
use tanya::store::uploads::{self, Begun, NewUpload, Whose};
use tanya::store::written::Written;
use tanya::store::{renderings, replies, users};
use tanya::text::markdown;

use super::pages::{Ask, named};

fn now() -> DateTime<Utc> {
    "2025-01-01T12:00:00Z".parse().unwrap()
}

fn whose() -> Whose {
    Whose {
        owner: Some(UserId::stored(7)),
        most_a_day: 30,
        post: None,
        source: None,
        now: now(),
    }
}

fn new(hash: &str) -> NewUpload {
    NewUpload {
        hash: hash.to_owned(),
        name: FileName::clean("a.pdf", UploadKind::Pdf),
        kind: UploadKind::Pdf,
        bytes: 10,
        pixels: None,
        alt: String::new(),
    }
}

/// What is asked and written, by name.
pub fn all() -> Vec<(String, Ask)> {
    vec![
        named("a file that is kept", |db| {
            uploads::begin(db, &whose(), &new("hash 7"))?;
            let Begun::Wanted(upload) = uploads::begin(db, &whose(), &new("unknown"))? else {
                return Ok(());
            };
            uploads::drop_unkept(db, &upload, now())?;
            uploads::is_kept(db, upload.id, now())
        }),
        named("a file that is shown", |db| {
            for id in [7, 3007, 6007] {
                let _absent = uploads::find(db, &Viewer::Anonymous, UploadId::stored(id));
            }
            let reader = users::find(db, UserId::stored(7))?;
            uploads::find(db, &Viewer::User(reader), UploadId::stored(7))
        }),
        named("an edit with files", |db| {
            let editor = users::find(db, UserId::stored(6))?;
            let text = "![x](/uploads/7/20x20/a.png) and [y](/uploads/6007/a.pdf)";
            let body = Written::body(&Body::parse(text).unwrap());
            let sight = Sight::everything();
            replies::edit(db, &editor, sight, ReplyId::stored(7), &body, &Reason::default(), now())
        }),
        named("pictures that are copied", |db| {
            for post in [PostId::Thread(ThreadId::stored(7)), PostId::Reply(ReplyId::stored(7))] {
                uploads::copies_of(db, post)?;
                let (text, _) = renderings::text(db, post)?;
                renderings::show_copies(db, post, &text, &markdown::render(&text), now())?;
            }
            Ok(())
        }),
        named("files that go", |db| {
            uploads::let_go(db, PostId::Thread(ThreadId::stored(7)), now())?;
            uploads::let_go(db, PostId::Reply(ReplyId::stored(7)), now())?;
            uploads::sweep(db, now())
        }),
    ]
}
