//! Flagging a post: a page with one form, and taking the flag back.

use super::extract::{Form, Id, NoFields};
use super::views::flags::FlagPage;
use super::{Fault, Reply, SignedIn, Visit, see_other_with, unprocessable, views};
use crate::domain::case::Piece;
use crate::domain::flag::{FLAGS_A_DAY, FlagInput};
use crate::domain::id::{CommentId, ReplyId, ThreadId, UserId};
use crate::domain::permission::{Verb, may};
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::store::flags::{self, Flagging};
use crate::store::{StoreError, comments, holds, replies, threads};

/// `GET /threads/{id}/-/flag`
pub async fn thread_form(by: SignedIn, id: Id<ThreadId>) -> Reply {
    form(by, Piece::Thread(id.0)).await
}

/// `POST /threads/{id}/-/flag`
pub async fn flag_thread(by: SignedIn, id: Id<ThreadId>, input: Form<FlagInput>) -> Reply {
    flag(by, Piece::Thread(id.0), input.0).await
}

/// `POST /threads/{id}/-/unflag`
pub async fn unflag_thread(by: SignedIn, id: Id<ThreadId>, _: Form<NoFields>) -> Reply {
    unflag(by, Piece::Thread(id.0)).await
}

/// `GET /replies/{id}/flag`
pub async fn reply_form(by: SignedIn, id: Id<ReplyId>) -> Reply {
    form(by, Piece::Reply(id.0)).await
}

/// `POST /replies/{id}/flag`
pub async fn flag_reply(by: SignedIn, id: Id<ReplyId>, input: Form<FlagInput>) -> Reply {
    flag(by, Piece::Reply(id.0), input.0).await
}

/// `POST /replies/{id}/unflag`
pub async fn unflag_reply(by: SignedIn, id: Id<ReplyId>, _: Form<NoFields>) -> Reply {
    unflag(by, Piece::Reply(id.0)).await
}

/// `GET /comments/{id}/flag`
pub async fn comment_form(by: SignedIn, id: Id<CommentId>) -> Reply {
    form(by, Piece::Comment(id.0)).await
}

/// `POST /comments/{id}/flag`
pub async fn flag_comment(by: SignedIn, id: Id<CommentId>, input: Form<FlagInput>) -> Reply {
    flag(by, Piece::Comment(id.0), input.0).await
}

/// `POST /comments/{id}/unflag`
pub async fn unflag_comment(by: SignedIn, id: Id<CommentId>, _: Form<NoFields>) -> Reply {
    unflag(by, Piece::Comment(id.0)).await
}

/// What is flagged, as it is read.
struct Source {
    thread: (ThreadId, String),
    author: Option<UserId>,
    text: String,
}

async fn source(visit: &Visit, piece: Piece) -> Result<Source, Fault> {
    let sight = visit.sight();
    let found = visit.site.store.read(move |db| {
        Ok(match piece {
            Piece::Thread(id) => {
                let thread = threads::source(db, sight, id)?;
                Source {
                    thread: (id, thread.title),
                    author: thread.author,
                    text: thread.body,
                }
            }
            Piece::Reply(id) => {
                let reply = replies::source(db, sight, id)?;
                Source {
                    thread: (reply.thread, reply.title),
                    author: reply.author,
                    text: reply.body,
                }
            }
            Piece::Comment(id) => {
                let comment = comments::source(db, sight, id)?;
                Source {
                    thread: (comment.thread, comment.title),
                    author: comment.author,
                    text: comment.body,
                }
            }
        })
    });
    Ok(found.await.map_err(|error: StoreError| error)?)
}

async fn form(SignedIn { visit, user }: SignedIn, piece: Piece) -> Reply {
    let source = source(&visit, piece).await?;
    if !may(&user, Verb::Flag, source.author) {
        return Err(Fault::Forbidden);
    }
    let page = page_of(&visit, user.id, piece, &source).await?;
    views::flags::page(&visit, &page, &FlagInput::default(), &[])
        .unlisted()
        .show(&visit)
}

async fn page_of(visit: &Visit, user: UserId, piece: Piece, source: &Source) -> Result<FlagPage, Fault> {
    let found = visit.site.store.read(move |db| flags::own_and_record(db, user, piece));
    let (own, record) = found.await.map_err(|error: StoreError| error)?;
    Ok(FlagPage {
        piece,
        thread: source.thread.clone(),
        text: source.text.clone(),
        own,
        is_misused: record.is_misused(),
    })
}

async fn flag(SignedIn { visit, user }: SignedIn, piece: Piece, input: FlagInput) -> Reply {
    let source = source(&visit, piece).await?;
    if !may(&user, Verb::Flag, source.author) {
        return Err(Fault::Forbidden);
    }
    let draft = match input.parse() {
        Ok(draft) => draft,
        Err(problems) => return mend(&visit, user.id, piece, (&source, &input), &problems).await,
    };
    let (sight, now, by, rule) = (
        visit.sight(),
        visit.now,
        user.clone(),
        visit.site.settings().hiding_rule,
    );
    let flagging = visit
        .site
        .store
        .write(move |tx| flags::flag(tx, &by, sight, piece, &draft, rule, now));
    let (urls, (thread, title)) = (&visit.site.urls, &source.thread);
    match flagging.await.map_err(|error: StoreError| error)? {
        Flagging::Flagged => see_other_with(&urls.piece(piece, title), "flagged"),
        Flagging::Hidden if piece == Piece::Thread(*thread) => see_other_with(&urls.threads(), "flagged-hidden"),
        Flagging::Hidden => see_other_with(&urls.thread(*thread, title), "flagged-hidden"),
        Flagging::FlaggedBefore => see_other_with(&urls.piece(piece, title), "flagged-before"),
        Flagging::Gone => see_other_with(&urls.piece(piece, title), "flagged-gone"),
        Flagging::NotYours => Err(Fault::Forbidden),
        Flagging::TooMany => {
            let mut problems = Problems::none();
            let fault = TextFault::with_limit("problem-flags-a-day", FLAGS_A_DAY);
            problems.keep::<()>("flag_reason", Err(fault));
            mend(&visit, user.id, piece, (&source, &input), &problems).await
        }
    }
}

async fn mend(
    visit: &Visit,
    user: UserId,
    piece: Piece,
    (source, input): (&Source, &FlagInput),
    problems: &Problems,
) -> Reply {
    let page = page_of(visit, user, piece, source).await?;
    let problems = views::problems(visit, problems);
    unprocessable(visit, views::flags::page(visit, &page, input, &problems))
}

/// Taking a flag back also works for what it has hidden, which the flagger no longer sees.
async fn unflag(SignedIn { visit, user }: SignedIn, piece: Piece) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let taken = visit
        .site
        .store
        .write(move |tx| flags::withdraw(tx, &user, sight, piece, now));
    let notice = match taken.await.map_err(|error: StoreError| error)? {
        true => "unflagged",
        false => "unchanged",
    };
    match source(&visit, piece).await {
        Ok(source) => see_other_with(&visit.site.urls.piece(piece, &source.thread.1), notice),
        Err(Fault::NotFound) => see_other_with(&visit.site.urls.threads(), notice),
        Err(fault) => Err(fault),
    }
}

/// Where the viewer sees a piece of their own that is held, and that nobody else finds.
pub async fn held_home(visit: &Visit, piece: Piece) -> Result<Option<String>, Fault> {
    let Some(author) = visit.viewer.id() else {
        return Ok(None);
    };
    let found = visit.site.store.read(move |db| holds::home_of_own(db, author, piece));
    let home = found.await.map_err(|error: StoreError| error)?;
    Ok(home.map(|(thread, title)| visit.site.urls.held_in(thread, &title)))
}
