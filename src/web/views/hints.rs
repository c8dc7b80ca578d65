//! The hint on the home page for whoever begins to look after the forum.

use maud::{Markup, html};

use super::components::{NoticeKind, Pen, PostButton, notice, post_button};
use crate::domain::role::Role;
use crate::domain::thread::Is;
use crate::store::hints::Steps;
use crate::urls::ThreadsQuery;
use crate::web::Visit;

/// The way to the first steps for administrators, the first places to know for moderators; nothing once sent away.
pub fn hint(visit: &Visit, pen: &Pen<'_>, steps: Steps) -> Markup {
    let is_admin = visit.viewer.user().is_some_and(|user| user.role >= Role::Admin);
    if steps.is_dismissed || (is_admin && steps.are_taken()) {
        return html! {};
    }
    let urls = &visit.site.urls;
    let unanswered = urls.threads_where(&ThreadsQuery {
        is: Some(Is::Unanswered),
        ..ThreadsQuery::default()
    });
    let (words, ways) = if is_admin {
        ("hint-admin", vec![("hint-admin-way", urls.admin())])
    } else {
        let ways = vec![
            ("hint-moderator-may", urls.permissions()),
            ("hint-moderator-log", urls.moderation_log()),
            ("hint-moderator-unanswered", unanswered),
        ];
        ("hint-moderator", ways)
    };
    let (action, label) = (urls.dismiss_hints(), pen.say("hints-dismiss"));
    let content = html! {
        p { (pen.say(words)) }
        ul { @for (key, href) in &ways { li { a href=(href) { (pen.say(key)) } } } }
        (post_button(pen, &PostButton::new(&action, &label)))
    };
    notice(pen, NoticeKind::Information, content)
}
