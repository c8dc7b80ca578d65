//! What an article's page says about answers that it cites and that are deleted.

use maud::{Markup, html};

use crate::domain::account::User;
use crate::store::articles::ArticlePage;
use crate::web::Visit;
use crate::web::views::components::{Field, NoticeKind, Pen, PostButton, Weight, check_box, notice, submit_button};

/// That an answer is deleted; for those who write also which.
pub(super) fn deleted(visit: &Visit, pen: &Pen<'_>, article: &ArticlePage) -> Markup {
    let deleted = &article.deleted_citations;
    if deleted.is_empty() {
        return html! {};
    }
    let writes = visit.viewer.user().is_some_and(User::writes_articles);
    let named = deleted
        .iter()
        .filter_map(|one| one.told.as_ref().map(|(author, title)| (one, author, title)));
    let content = html! {
        p { (pen.tell("article-cites-deleted", &[("count", deleted.len().into())])) }
        @if writes {
            ul {
                @for (one, author, title) in named {
                    @let name = author.clone().unwrap_or_else(|| pen.say("former-member"));
                    li {
                        a href=(visit.site.urls.reply(one.reply)) dir="auto" {
                            (pen.tell("article-deleted-citation", &[("name", name.into()), ("title", title.as_str().into())]))
                        }
                    }
                }
            }
        }
    };
    notice(pen, NoticeKind::Warning, content)
}

/// The button that publishes an article which cites what is deleted, with the box that says so.
pub(super) fn publish(pen: &Pen<'_>, button: &PostButton<'_>) -> Markup {
    let label = pen.say("article-despite-deleted");
    html! {
        form.form method="post" action=(button.action) novalidate {
            @for (name, value) in button.hidden { input type="hidden" name=(name) value=(value); }
            (check_box(pen, &Field::new("despite_deleted", &label), false))
            (submit_button(button.label, Weight::Primary))
        }
    }
}
