//! Every saved version of an article, each with the button that goes back to it.

use maud::Markup;

use crate::domain::account::User;
use crate::store::articles::ArticlePage;
use crate::store::revisions::Revision;
use crate::web::Visit;
use crate::web::page::{Page, pen};
use crate::web::views;
use crate::web::views::components::{Icon, Pen, PostButton, post_button};

/// The history of an article, for those who write.
pub fn history(visit: &Visit, user: &User, article: &ArticlePage, revisions: &[Revision]) -> Page {
    let back = visit.site.urls.article(article.id, &article.title);
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let may_restore = article.state.may_be_edited_by(user);
    let restored = |revision: &Revision| {
        let is_older = revision.number < article.version;
        (may_restore && is_older).then(|| restore(visit, &pen, article, revision))
    };
    views::history::page_with(visit, &article.title, &back, revisions, &restored).unlisted()
}

fn restore(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage, revision: &Revision) -> Markup {
    let action = visit.site.urls.article_part(article.id, "restore");
    let label = pen.say("history-restore");
    let about = pen.tell("history-version", &[("number", revision.number.into())]);
    let (version, number) = (article.version.to_string(), revision.number.to_string());
    let button = PostButton {
        about: Some(&about),
        icon: Some(Icon::Undo),
        hidden: &[("version", &version), ("number", &number)],
        ..PostButton::new(&action, &label)
    };
    post_button(pen, &button)
}
