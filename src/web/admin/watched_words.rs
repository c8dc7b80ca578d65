//! Watched words: the list, and the forms that add one, change one and take one off.

use crate::domain::id::WatchedWordId;
use crate::domain::problem::{Fault as TextFault, Problems};
use crate::domain::watched_word::{MOST_PATTERNS, MOST_WATCHED, WatchedInput};
use crate::store::watched_words::{self, Watching};
use crate::store::{StoreError, scans};
use crate::web::extract::{Id, Sent};
use crate::web::{Administrator, Reply, Visit, see_other_with, unprocessable, views};

/// `GET /admin/watched-words`
pub async fn list(admin: Administrator) -> Reply {
    page(&admin.0.visit, &WatchedInput::default(), None).await
}

async fn page(visit: &Visit, input: &WatchedInput, problems: Option<&Problems>) -> Reply {
    let found = visit
        .site
        .store
        .read(|db| Ok((watched_words::list(db)?, scans::standing(db)?)));
    let (words, scanning) = found.await.map_err(|error: StoreError| error)?;
    let said = problems.map(|problems| views::problems(visit, problems));
    let typed = (input, said.as_deref().unwrap_or_default());
    let page = views::admin::watched_words::list(visit, &words, &scanning, typed);
    match said {
        Some(_) => unprocessable(visit, page),
        None => page.show(visit),
    }
}

/// `POST /admin/watched-words`: watched from the next post on.
pub async fn make(Sent(admin, input): Sent<Administrator, WatchedInput>) -> Reply {
    let (visit, by) = (admin.0.visit, admin.0.user.id);
    let draft = match input.parse() {
        Ok(draft) => draft,
        Err(problems) => return page(&visit, &input, Some(&problems)).await,
    };
    let now = visit.now;
    let made = visit
        .site
        .store
        .write(move |tx| watched_words::make(tx, by, &draft, now));
    match refusal(made.await.map_err(|error: StoreError| error)?) {
        Some(problems) => page(&visit, &input, Some(&problems)).await,
        None => see_other_with(&visit.site.urls.admin_watched_words(), "watched-kept"),
    }
}

/// What stands in the way of another one.
fn refusal(watching: Watching) -> Option<Problems> {
    let fault = match watching {
        Watching::Kept => return None,
        Watching::TooMany => TextFault::with_limit("problem-watched-most", MOST_WATCHED),
        Watching::TooManyPatterns => TextFault::with_limit("problem-patterns-most", MOST_PATTERNS),
    };
    let mut problems = Problems::none();
    problems.keep::<()>("watched_text", Err(fault));
    Some(problems)
}

/// `GET /admin/watched-words/{id}`
pub async fn form(admin: Administrator, id: Id<WatchedWordId>) -> Reply {
    let visit = admin.0.visit;
    let found = visit.site.store.read(move |db| watched_words::find(db, id.0));
    let draft = found.await.map_err(|error: StoreError| error)?.draft;
    let input = WatchedInput {
        watched_text: draft.text,
        watched_form: draft.form.to_string(),
        watched_deed: draft.deed.to_string(),
        watched_with: draft.with,
    };
    views::admin::watched_words::form(&visit, id.0, &input, &[]).show(&visit)
}

/// `POST /admin/watched-words/{id}`
pub async fn change(Sent(admin, input): Sent<Administrator, WatchedInput>, id: Id<WatchedWordId>) -> Reply {
    let (visit, id) = (admin.0.visit, id.0);
    let mend = |problems: &Problems| {
        let problems = views::problems(&visit, problems);
        unprocessable(&visit, views::admin::watched_words::form(&visit, id, &input, &problems))
    };
    let draft = match input.parse() {
        Ok(draft) => draft,
        Err(problems) => return mend(&problems),
    };
    let now = visit.now;
    let changed = visit
        .site
        .store
        .write(move |tx| watched_words::change(tx, id, &draft, now));
    match refusal(changed.await.map_err(|error: StoreError| error)?) {
        Some(problems) => mend(&problems),
        None => see_other_with(&visit.site.urls.admin_watched_words(), "watched-kept"),
    }
}

/// `POST /admin/watched-words/{id}/delete`
pub async fn delete(admin: Administrator, id: Id<WatchedWordId>) -> Reply {
    let visit = admin.0.visit;
    let deleted = visit.site.store.write(move |tx| watched_words::delete(tx, id.0));
    deleted.await.map_err(|error: StoreError| error)?;
    see_other_with(&visit.site.urls.admin_watched_words(), "watched-deleted")
}
