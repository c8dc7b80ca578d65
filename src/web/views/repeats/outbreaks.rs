//! What stands on top of the moderators' pages while a question is asked unusually often.

use maud::{Markup, html};

use crate::store::outbreaks::Outbreak;
use crate::web::Visit;
use crate::web::views::components::{NoticeKind, Pen, notice, time_ago};

/// The outbreaks in force; nothing while there is none.
pub fn outbreaks(visit: &Visit, pen: &Pen<'_>, outbreaks: &[Outbreak]) -> Markup {
    let urls = &visit.site.urls;
    html! {
        @for outbreak in outbreaks {
            (notice(pen, NoticeKind::Warning, html! {
                p.outbreak {
                    strong { (pen.count("outbreak-heading", outbreak.asker_count)) } " "
                    a href=(urls.thread(outbreak.thread, &outbreak.title)) dir="auto" { (outbreak.title) } " "
                    (time_ago(pen, outbreak.began_at))
                }
                p { (pen.say("outbreak-about")) }
            }))
        }
    }
}
