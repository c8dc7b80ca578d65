//! What may answer a question before it is posted, and what askers say to it.

use maud::{Markup, html};

use super::known_problems::before_asking;
use super::mark;
use super::secrets::secrets;
use crate::domain::draft::AskInput;
use crate::domain::subject::Subject;
use crate::domain::thread::Standing;
use crate::domain::token::FormKey;
use crate::store::articles::WholeArticle;
use crate::store::known_problems::KnownProblem;
use crate::store::suggesting::Likely;
use crate::web::Visit;
use crate::web::page::pen;
use crate::web::threads::{Memory, Pointed, Suggested, Suggestion, marks};
use crate::web::views::articles::audience_mark;
use crate::web::views::components::{Icon, Pen, article_mark, icon, thread_mark};
use crate::web::views::contact::reach;

/// The id of the form that the buttons of suggestions send: it stands beside the ask form, so that none of them is pressed by
/// the enter key in one of its fields.
pub(super) const ACTS: &str = "of-suggestions";

/// All that helps an asker while they type.
pub struct Help<'a> {
    /// What is known not to work in the category.
    pub problems: &'a [KnownProblem],
    /// What may answer the question.
    pub suggestions: &'a [Suggestion],
    /// What in it should not stand in public.
    pub pointed: &'a [Pointed],
}

/// All help, for the script of the ask form: it puts each kind in its place.
pub fn help(visit: &Visit, key: &FormKey, input: &AskInput, memory: &Memory, shown: &Help<'_>) -> Markup {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let memory = Memory {
        suggested_for: input.title.clone(),
        ..memory.clone()
    };
    let inside = html! {
        (before_asking(visit, &pen, shown.problems))
        @if memory.is_different {
            (differed(visit, &pen))
        } @else if !shown.suggestions.is_empty() {
            (suggestions(visit, &pen, key, shown.suggestions, html! {
                button.button type="button" data-differs { (pen.say("suggestions-different")) }
            }))
        }
    };
    html! {
        (place(visit, &memory, inside))
        (super::secrets::place(&marks(shown.pointed), secrets(visit, &pen, shown.pointed)))
    }
}

/// Where the script puts suggestions, with what the form remembers of them.
pub(super) fn place(visit: &Visit, memory: &Memory, content: Markup) -> Markup {
    let urls = &visit.site.urls;
    html! {
        div #suggestions data-source=(urls.suggestions()) data-different=(urls.different_while_asking()) {
            @if !memory.suggested_for.is_empty() {
                input type="hidden" name="suggested_for" value=(memory.suggested_for);
            }
            @if memory.is_different { input type="hidden" name="different" value="yes"; }
            (content)
        }
    }
}

/// What stands there once the asker has said that their question is a different one.
pub fn different(visit: &Visit, problems: &[KnownProblem]) -> Markup {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let memory = Memory {
        is_different: true,
        ..Memory::default()
    };
    let inside = html! { (before_asking(visit, &pen, problems)) (differed(visit, &pen)) };
    place(visit, &memory, inside)
}

pub(super) fn differed(visit: &Visit, pen: &Pen<'_>) -> Markup {
    let said = pen.say("suggestions-differed");
    html! {
        div.suggestions-over data-told=(said) tabindex="-1" {
            p { (said) }
            (reach(visit, pen))
        }
    }
}

/// The list: first what is settled, then where others wait; `end` is what an asker does whom none of it helps.
pub(super) fn suggestions(visit: &Visit, pen: &Pen<'_>, key: &FormKey, shown: &[Suggestion], end: Markup) -> Markup {
    let placed = || shown.iter().enumerate().map(|(place, one)| (place + 1, one));
    let has_settled = shown.iter().any(|one| !one.is_waiting());
    let has_waiting = shown.iter().any(Suggestion::is_waiting);
    let told = pen.count("suggestions-told", i64::try_from(shown.len()).unwrap_or_default());
    html! {
        section.suggestions aria-label=(pen.say("suggestions-title")) data-told=(told) {
            @if has_settled {
                h2 { (pen.say("suggestions-title")) }
                ol { @for (place, one) in placed().filter(|(_, one)| !one.is_waiting()) {
                    (suggestion(visit, pen, key, place, one, solved(pen, one)))
                } }
            }
            @if has_waiting {
                h2 { (pen.say("suggestions-waiting")) }
                ol { @for (place, one) in placed().filter(|(_, one)| one.is_waiting()) {
                    (suggestion(visit, pen, key, place, one, me_too(visit, pen, one)))
                } }
            }
            p.suggestions-end { (end) }
        }
    }
}

/// A title opens beside this page, so that nothing that was typed is lost.
fn suggestion(visit: &Visit, pen: &Pen<'_>, key: &FormKey, place: usize, shown: &Suggestion, act: Markup) -> Markup {
    let href = visit.site.urls.suggested(shown.subject(), key, place);
    let is_of_answer = matches!(&shown.suggested, Suggested::Thread(thread) if thread.accepted.is_some());
    html! {
        li.suggestion {
            p.suggestion-title dir="auto" {
                a href=(href) target="_blank" rel="noopener nofollow" {
                    (title_of(shown)) span.unseen { " " (pen.say("suggestion-beside")) }
                }
            }
            p.suggestion-about {
                @match &shown.suggested {
                    Suggested::Thread(thread) => (about_thread(pen, thread)),
                    Suggested::Article(article) => (about_article(pen, article)),
                }
            }
            @if let Some(sentence) = &shown.sentence {
                p.suggestion-text dir="auto" {
                    @if is_of_answer { span.unseen { (pen.say("search-of-answer")) ": " } }
                    (sentence)
                }
            }
            p.suggestion-act { (act) }
        }
    }
}

fn title_of(shown: &Suggestion) -> &str {
    match &shown.suggested {
        Suggested::Thread(thread) => &thread.title,
        Suggested::Article(article) => &article.title,
    }
}

fn about_thread(pen: &Pen<'_>, thread: &Likely) -> Markup {
    html! {
        (thread_mark(pen, mark(thread.kind, thread.standing)))
        @if thread.standing != Standing::Resolved { span { (pen.count("thread-row-answers", thread.reply_count)) } }
        @if thread.me_too_count > 0 { span { (pen.count("thread-affected", thread.me_too_count + 1)) } }
    }
}

fn about_article(pen: &Pen<'_>, article: &WholeArticle) -> Markup {
    html! {
        (article_mark(pen))
        (audience_mark(pen, article.audience))
        span.category { bdi { (article.section) } }
    }
}

fn solved(pen: &Pen<'_>, shown: &Suggestion) -> Markup {
    let (name, id) = match shown.subject() {
        Subject::Thread(id) => ("thread", id.get()),
        Subject::Article(id) => ("article", id.get()),
    };
    html! {
        button.button type="submit" form=(ACTS) name=(name) value=(id) {
            (icon(pen, Icon::Check)) (pen.say("suggestion-solved")) span.unseen { ": " (title_of(shown)) }
        }
    }
}

/// Whoever is not signed in does that first, beside this page. Nobody waits at an article.
fn me_too(visit: &Visit, pen: &Pen<'_>, shown: &Suggestion) -> Markup {
    let Suggested::Thread(thread) = &shown.suggested else {
        return html! {};
    };
    let urls = &visit.site.urls;
    let label = html! { (icon(pen, Icon::People)) (pen.say("suggestion-me-too")) span.unseen { ": " (thread.title) } };
    let sign_in = urls.sign_in_and_return(&urls.thread(thread.id, &thread.title));
    html! {
        @if thread.is_locked {
        } @else if visit.viewer.user().is_some() {
            button.button type="submit" form=(ACTS) formaction=(urls.join_while_asking()) name="thread" value=(thread.id) { (label) }
        } @else {
            a.button href=(sign_in) target="_blank" rel="noopener nofollow" { (label) }
        }
    }
}

/// The form that the buttons of suggestions send.
pub(super) fn acts(visit: &Visit, key: &FormKey) -> Markup {
    html! {
        form id=(ACTS) method="post" action=(visit.site.urls.solved_while_asking()) {
            input type="hidden" name="form_key" value=(key.as_str());
        }
    }
}
